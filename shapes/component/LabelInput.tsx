import './component.css'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { HTMLContainer, stopEventPropagation, useEditor } from 'tldraw'
import { FONT_FAMILIES, LABEL_FONT } from '../shared/text.ts'
import type { ComponentLayout } from './layout.ts'
import { COMPONENT, type ComponentShape } from './schema.ts'

/** Beyond the text's width, for kerning and the caret. */
const SPARE_PX = 4

const LABEL_STYLE = {
  fontFamily: FONT_FAMILIES.sans,
  fontSize: LABEL_FONT.size,
  fontWeight: LABEL_FONT.weight,
  lineHeight: `${LABEL_FONT.lineHeight}px`,
}

/**
 * The label, edited at its place. What is typed is written at once, so that the shape grows with it and an
 * edit of the same label by somebody else shows up here. Enter, Escape and leaving end it; Shift+Enter
 * begins a new line.
 */
export function LabelInput({ shape, layout }: { shape: ComponentShape; layout: ComponentLayout }) {
  const editor = useEditor()
  const input = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  // Browsers break lines a hair differently from our tables: whatever they do, all of the text is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows what is typed
  useLayoutEffect(() => {
    if (!input.current) return
    input.current.style.height = 'auto'
    input.current.style.height = `${input.current.scrollHeight}px`
  }, [shape.props.label])

  function end() {
    if (editor.getEditingShapeId() === shape.id) editor.complete()
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault()
      end()
    }
  }

  const { x, top, align } = layout.drawing.text
  const width = layout.outline.textWidth(layout.w) + SPARE_PX
  return (
    <HTMLContainer>
      <textarea
        ref={input}
        className="component-label"
        aria-label="Label"
        value={shape.props.label}
        rows={layout.labelLines.length}
        style={{
          ...LABEL_STYLE,
          left: align === 'middle' ? x - width / 2 : x,
          top,
          width,
          textAlign: align === 'middle' ? 'center' : 'left',
        }}
        onChange={({ target }) =>
          editor.updateShape({ id: shape.id, type: COMPONENT, props: { label: target.value } })
        }
        onKeyDown={onKeyDown}
        onKeyUp={(event) => event.stopPropagation()}
        onBlur={() => document.hasFocus() && end()}
        onPointerDown={stopEventPropagation}
        onPointerMove={stopEventPropagation}
        onPointerUp={stopEventPropagation}
        spellCheck={false}
        autoComplete="off"
      />
    </HTMLContainer>
  )
}
