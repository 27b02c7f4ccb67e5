import { createShapePropsMigrationIds, createShapePropsMigrationSequence } from '@tldraw/tlschema'

type Props = Record<string, unknown>

const versions = createShapePropsMigrationIds('funnel', { AddTargets: 1 })

/** Version 1 had no target, no load and no lanes; each stage only narrowed. */
export const funnelMigrations = createShapePropsMigrationSequence({
  sequence: [
    {
      id: versions.AddTargets,
      up(props: Props) {
        Object.assign(props, { about: '', sla: null, qps: null })
        for (const stage of stagesOf(props)) Object.assign(stage, { lanes: null, adds: false })
      },
      down(props: Props) {
        for (const key of ['about', 'sla', 'qps']) delete props[key]
        for (const stage of stagesOf(props)) for (const key of ['lanes', 'adds']) delete stage[key]
      },
    },
  ],
})

function stagesOf({ stages }: Props): Props[] {
  if (typeof stages !== 'object' || stages === null) return []
  return Object.values(stages).filter((stage): stage is Props => typeof stage === 'object' && stage !== null)
}
