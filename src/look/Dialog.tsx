import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  className?: string
}

/**
 * A dialog over the page. The browser's own `<dialog>` traps the focus, closes on Escape and gives the focus
 * back; a press beside it closes it too. It is closed before `onClose` is called, which may move the focus on.
 */
export function Dialog({ title, onClose, children, className = '' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // The browser would begin at the button that closes.
    dialog?.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    return () => dialog?.close()
  }, [])
  const close = () => {
    ref.current?.close()
    onClose()
  }
  return (
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={(event) => {
        if (event.target === ref.current) close()
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-head">
        <h2 id={headingId}>{title}</h2>
        <Button look="icon" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </Button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
