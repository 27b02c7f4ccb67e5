import './link.css'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { HTMLContainer, stopEventPropagation, type TLArrowShape, useEditor } from 'tldraw'
import { returnFocus } from '../shared/panel/returnFocus.ts'
import { LINK_FONT } from '../shared/text.ts'
import type { LinkLabel } from './label.ts'

const MIN_WIDTH_PX = 96

/** A link's label while it is written, over the place where it will stand. Everybody sees it grow. */
export function LinkLabelEditor({ link, label }: { link: TLArrowShape; label: LinkLabel }) {
  const editor = useEditor()
  const input = useRef<HTMLTextAreaElement>(null)
  const { box, align, lines } = label
  const w = Math.max(MIN_WIDTH_PX, box.w + 20)
  const rows = Math.max(1, link.props.text.split('\n').length, lines.length)

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
    return () => returnFocus(editor)
  }, [editor])

  function onKeyDown(event: KeyboardEvent) {
    // On the way down, before tldraw's own listeners: they would end the editing first.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') editor.cancel()
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      editor.complete()
    }
  }

  return (
    <HTMLContainer
      className="link-label"
      style={{ left: align === 'start' ? box.x - 6 : box.x + box.w / 2 - w / 2, top: box.y - 3, width: w }}
    >
      <textarea
        ref={input}
        value={link.props.text}
        rows={rows}
        aria-label="Label of the link"
        placeholder="What passes here"
        style={{ lineHeight: `${LINK_FONT.lineHeight}px`, textAlign: align === 'start' ? 'left' : 'center' }}
        onChange={({ target }) =>
          editor.updateShape<TLArrowShape>({ id: link.id, type: link.type, props: { text: target.value } })
        }
        onKeyDownCapture={onKeyDown}
        onPointerDown={stopEventPropagation}
        spellCheck={false}
      />
    </HTMLContainer>
  )
}
