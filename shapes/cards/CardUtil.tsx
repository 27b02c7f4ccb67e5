import { Rectangle2d, resizeBox, ShapeUtil, type SvgExportContext, type TLResizeInfo } from 'tldraw'
import { boardPath } from '../shared/boardPath.ts'
import { editedField, editField, leaveFields } from '../shared/panel/fieldEditing.ts'
import { panelFontFaces } from '../shared/panel/fontFaces.ts'
import { fieldAt, type PanelField } from '../shared/panel/layout.ts'
import { PanelShape } from '../shared/panel/PanelShape.tsx'
import { CARD_RADIUS, CardDrawing } from './CardDrawing.tsx'
import { cardDefaults } from './defaults.ts'
import { cardLayout, MIN_WIDTH } from './layout.ts'
import { cards, findCard } from './list.ts'
import { CARD, type CardProps, type CardShape, cardMigrations, cardShapeProps } from './schema.ts'
import { textAt } from './values.ts'

const MIN_HEIGHT = 36

export class CardUtil extends ShapeUtil<CardShape> {
  static override type = CARD
  static override props = cardShapeProps
  static override migrations = cardMigrations

  override getDefaultProps(): CardProps {
    const [first] = cards
    if (!first) throw new RangeError('There are no cards.')
    return cardDefaults(first)
  }

  override canEdit() {
    return true
  }

  /** Links join parts of the system; a card says something of it. */
  override canBind() {
    return false
  }

  override getFontFaces() {
    return panelFontFaces
  }

  override getText({ props }: CardShape) {
    return props.title
  }

  override getAriaDescriptor({ props }: CardShape) {
    const name = findCard(props.card)?.name ?? 'Card'
    return props.title === name || props.title === '' ? name : `${name}: ${props.title}`
  }

  private layoutOf(props: CardProps) {
    return findCard(props.card)?.isFedByBoard
      ? cardLayout(props, boardPath(this.editor).get())
      : cardLayout(props)
  }

  override getGeometry({ props }: CardShape) {
    const { w, h } = this.layoutOf(props)
    return new Rectangle2d({ width: w, height: h, isFilled: true })
  }

  override onResize(shape: CardShape, info: TLResizeInfo<CardShape>) {
    const { w, h } = this.layoutOf(info.initialShape.props)
    const initial = { ...info.initialShape, props: { ...info.initialShape.props, w, h } }
    return resizeBox(
      shape,
      { ...info, initialShape: initial },
      { minWidth: MIN_WIDTH, minHeight: MIN_HEIGHT },
    )
  }

  override onDoubleClick(shape: CardShape) {
    const point = this.editor.getPointInShapeSpace(shape, this.editor.inputs.currentPagePoint)
    const field = fieldAt(this.layoutOf(shape.props), point)
    if (field) editField(shape.id, field.path)
  }

  override onEditStart(shape: CardShape) {
    const first = firstToFill(shape.props)
    if (first && editedField(shape.id) === null) editField(shape.id, first.path)
  }

  override onEditEnd(shape: CardShape) {
    leaveFields(shape.id)
  }

  override indicator({ props }: CardShape) {
    const { w, h } = this.layoutOf(props)
    return <rect width={w} height={h} rx={CARD_RADIUS} />
  }

  override component(shape: CardShape) {
    const layout = this.layoutOf(shape.props)
    return <PanelShape shape={shape} layout={layout} Drawing={CardDrawing} />
  }

  override toSvg({ props }: CardShape, { isDarkMode }: SvgExportContext) {
    return <CardDrawing layout={this.layoutOf(props)} theme={isDarkMode ? 'dark' : 'light'} />
  }
}

/** The first empty place, in a row that has not begun what it is about; else the first place after the title. */
function firstToFill(props: CardProps): PanelField | undefined {
  const { fields } = cardLayout(props)
  const subject = findCard(props.card)?.table?.subject
  const isDue = ({ text, path }: PanelField) => {
    const [list, row = '', , cell] = path.split('.')
    const hasBegun = subject !== undefined && textAt(props.rows[row]?.cells ?? {}, subject) !== ''
    return text === '' && (list !== 'rows' || cell === subject || hasBegun)
  }
  return fields.find(isDue) ?? fields[1] ?? fields[0]
}
