import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { type TLShape, useEditor, useValue } from 'tldraw'
import { CARD } from '../../../shapes/cards/schema.ts'
import { LINK } from '../../../shapes/link/schema.ts'
import {
  insertableOf,
  isCard,
  isComponent,
  isFrame,
  isFunnel,
  isLayerStack,
  isPart,
  isStepFrame,
  isTwoTower,
  isZoneFrame,
  nameOf,
  PART_TYPES,
} from '../../canvas/boardShapes.ts'
import { InsertableSymbol } from '../../canvas/InsertableSymbol.tsx'
import { ActionButtons, type ActionId } from './ActionButtons.tsx'
import { CardForm } from './CardForm.tsx'
import { ComponentForm } from './ComponentForm.tsx'
import { Estimates } from './Estimates.tsx'
import { FunnelForm } from './FunnelForm.tsx'
import { useWantedField } from './goToFigure.ts'
import { LayerStackForm } from './LayerStackForm.tsx'
import { LinkForm } from './LinkForm.tsx'
import { SeveralForm } from './SeveralForm.tsx'
import { StepFrameForm } from './StepFrameForm.tsx'
import { TwoTowerForm } from './TwoTowerForm.tsx'
import { ZoneFrameForm } from './ZoneFrameForm.tsx'
import './inspector.css'

/** What is selected, with its properties to read and to write; who may not draw only reads. */
export function Inspector() {
  const editor = useEditor()
  const shapes = useValue('selected shapes', () => editor.getSelectedShapes(), [editor])
  const isReadonly = useValue('inspector only shows', () => editor.getIsReadonly(), [editor])
  const [only] = shapes
  const panel = useRef<HTMLElement>(null)
  const shown = shapes.length === 1 ? only?.id : shapes.length
  // Another shape is read from its name on.
  useLayoutEffect(() => {
    if (panel.current && shown !== undefined) panel.current.scrollTop = 0
  }, [shown])
  return (
    <section ref={panel} className="inspector" data-panel="inspector" aria-label="Inspector">
      <fieldset className="inspector-fields" disabled={isReadonly}>
        {shapes.length === 0 && <Nothing isReadonly={isReadonly} />}
        {shapes.length === 1 && only && <One key={only.id} shape={only} />}
        {shapes.length > 1 && <SeveralForm shapes={shapes} />}
      </fieldset>
      {shapes.length <= 1 && <Estimates shape={only ?? null} />}
    </section>
  )
}

function One({ shape }: { shape: TLShape }) {
  useWantedField(shape)
  return (
    <>
      <Head shape={shape} />
      <ActionButtons ids={actionsOf(shape)} />
      {formOf(shape) ?? (
        <p className="inspector-about">
          A drawing: it says nothing to the checks. Its looks are on the canvas.
        </p>
      )}
    </>
  )
}

function actionsOf(shape: TLShape): readonly ActionId[] {
  if (isComponent(shape)) return ['replace', 'duplicate-linked']
  if (isPart(shape)) return ['duplicate-linked']
  return isFrame(shape) ? ['tidy'] : []
}

function formOf(shape: TLShape): ReactNode {
  if (isComponent(shape)) return <ComponentForm shape={shape} />
  if (isCard(shape)) return <CardForm shape={shape} />
  if (isFunnel(shape)) return <FunnelForm shape={shape} />
  if (isTwoTower(shape)) return <TwoTowerForm shape={shape} />
  if (isLayerStack(shape)) return <LayerStackForm shape={shape} />
  if (isStepFrame(shape)) return <StepFrameForm shape={shape} />
  if (isZoneFrame(shape)) return <ZoneFrameForm shape={shape} />
  return shape.type === 'arrow' ? <LinkForm shape={shape as Parameters<typeof LinkForm>[0]['shape']} /> : null
}

function Head({ shape }: { shape: TLShape }) {
  const insertable = insertableOf(shape)
  return (
    <header className="inspector-head">
      {insertable && <InsertableSymbol insertable={insertable} size={28} />}
      <div>
        <h2>{insertable?.name ?? titleOf(shape)}</h2>
        {insertable && <p>{insertable.purpose}</p>}
      </div>
    </header>
  )
}

function titleOf(shape: TLShape): string {
  if (isStepFrame(shape)) return `Step ${shape.props.step}`
  if (isComponent(shape)) return `Unknown kind “${shape.props.kind}”`
  return shape.type === 'arrow' ? 'Link' : nameOf(shape)
}

/** Nothing is selected: what the board has, and how to begin. */
function Nothing({ isReadonly }: { isReadonly: boolean }) {
  const editor = useEditor()
  const summary = useValue('board summary', () => {
    // tldraw keeps this index, so that nothing is counted anew while something moves.
    const byType = editor.store.query.index('shape', 'type').get() as ReadonlyMap<
      string,
      ReadonlySet<unknown>
    >
    const sizeOf = (type: string) => byType.get(type)?.size ?? 0
    const parts = PART_TYPES.reduce((sum, type) => sum + sizeOf(type), 0)
    const [cards, links] = [sizeOf(CARD), sizeOf(LINK)]
    if (parts + cards === 0) return 'Nothing on the board yet.'
    return `${counted(parts, 'component')}, ${cards > 0 ? `${counted(cards, 'card')}, ` : ''}${counted(links, 'link')}.`
  }, [editor])
  return (
    <p className="inspector-nothing">
      {summary} Select something to see its properties
      {isReadonly ? (
        '.'
      ) : (
        <>
          , or press <kbd>Ctrl K</kbd> and type a component.
        </>
      )}
    </p>
  )
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
