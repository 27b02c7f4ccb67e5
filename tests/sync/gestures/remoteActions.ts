import { type Editor, PageRecordType } from 'tldraw'
import { COMPONENT } from '../../../shapes/component/schema.ts'
import { FUNNEL, type FunnelShape } from '../../../shapes/funnel/schema.ts'
import { id } from '../network.ts'
import { newcomers } from './scene.ts'

/** Something a friend does meanwhile. */
export interface RemoteAction {
  readonly name: string
  act(friend: Editor): void
}

const SECOND = PageRecordType.createId('second')

export const REMOTE_ACTIONS: readonly RemoteAction[] = [
  {
    name: 'moves, fades, colours and labels everything',
    act: (friend) => {
      for (const { id, type, x, y, props: old } of friend.getCurrentPageShapes()) {
        const colour = 'color' in old ? { color: 'red' } : {}
        const props = type === COMPONENT ? { label: 'theirs', zone: 'online' } : colour
        friend.updateShape({ id, type, x: x + 3, y: y + 4, opacity: 0.5, props })
      }
    },
  },
  { name: 'deletes the first component', act: (friend) => friend.deleteShapes([id('a')]) },
  { name: 'deletes the second component', act: (friend) => friend.deleteShapes([id('b')]) },
  { name: 'deletes the third component', act: (friend) => friend.deleteShapes([id('c')]) },
  { name: 'deletes the link', act: (friend) => friend.deleteShapes([id('link')]) },
  { name: 'deletes the line', act: (friend) => friend.deleteShapes([id('line')]) },
  { name: 'deletes the frame', act: (friend) => friend.deleteShapes([id('frame')]) },
  { name: 'deletes the other frame', act: (friend) => friend.deleteShapes([id('other')]) },
  { name: 'deletes the group', act: (friend) => friend.deleteShapes([id('group')]) },
  { name: 'deletes one of the group', act: (friend) => friend.deleteShapes([id('g1')]) },
  { name: 'deletes what was drawn last', act: (friend) => friend.deleteShapes(newcomers(friend)) },
  {
    name: 'deletes everything',
    act: (friend) => friend.deleteShapes(friend.getSortedChildIdsForParent(friend.getCurrentPageId())),
  },
  { name: 'ungroups', act: (friend) => friend.ungroupShapes([id('group')]) },
  {
    name: 'groups two components',
    act: (friend) => friend.groupShapes([id('c'), id('b')], { groupId: id('new-group') }),
  },
  {
    name: 'puts components into the other frame',
    act: (friend) => friend.reparentShapes([id('a'), id('c')], id('other')),
  },
  {
    name: 'takes a component out of its frame',
    act: (friend) => friend.reparentShapes([id('a')], friend.getCurrentPageId()),
  },
  {
    name: 'removes a stage of the funnel',
    act: (friend) => {
      const shape = friend.getShape<FunnelShape>(id('funnel'))
      const { s1, ...stages } = shape?.props.stages ?? {}
      friend.updateShape({ id: id('funnel'), type: FUNNEL, props: { stages } })
    },
  },
  {
    name: 'moves everything to another page',
    act: (friend) => {
      const all = friend.getSortedChildIdsForParent(friend.getCurrentPageId())
      friend.createPage({ name: 'Second', id: SECOND })
      friend.moveShapesToPage(all, SECOND)
    },
  },
  {
    name: 'deletes the page',
    act: (friend) => {
      const page = friend.getCurrentPageId()
      friend.createPage({ name: 'Second', id: SECOND })
      friend.deletePage(page)
    },
  },
]
