/** Leaves that say where a shape is; all but the last mean something only inside its parent. */
export const PLACE: ReadonlySet<string> = new Set(['x', 'y', 'rotation', 'index', 'parentId'])
