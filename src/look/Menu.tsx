import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'

export interface MenuItem {
  readonly label: string
  readonly icon?: IconName
  /** Set on items of which one is chosen. */
  readonly isChosen?: boolean
  readonly onSelect: () => void
}

/** A button that opens a short list of actions. Arrow keys walk it, Escape closes it and returns the focus. */
export function Menu({ label, face, items }: { label: string; face: ReactNode; items: readonly MenuItem[] }) {
  const [isOpen, setOpen] = useState(false)
  const holder = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!isOpen) return
    holder.current?.querySelector<HTMLElement>('.menu button')?.focus()
    const closeOutside = (event: PointerEvent) => {
      if (!holder.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside, true)
    return () => document.removeEventListener('pointerdown', closeOutside, true)
  }, [isOpen])

  function close() {
    setOpen(false)
    holder.current?.querySelector<HTMLElement>('button')?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen) return
    event.stopPropagation()
    if (event.key === 'Escape') close()
    if (event.key === 'Tab') setOpen(false)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(holder.current?.querySelectorAll<HTMLElement>('.menu button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    buttons.at((at + step + buttons.length) % buttons.length)?.focus()
  }

  return (
    <div ref={holder} className="menu-holder" role="none" onKeyDown={onKeyDown}>
      <Button
        look="icon"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </Button>
      {isOpen && (
        <div className="menu" role="menu" aria-label={label}>
          {items.map((item) => (
            <MenuRow key={item.label} item={item} onDone={close} />
          ))}
        </div>
      )}
    </div>
  )
}

function MenuRow({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const choice = item.isChosen === undefined ? {} : { 'aria-checked': item.isChosen }
  return (
    <button
      type="button"
      role={item.isChosen === undefined ? 'menuitem' : 'menuitemradio'}
      {...choice}
      onClick={() => {
        onDone()
        item.onSelect()
      }}
    >
      {item.icon && <Icon name={item.icon} />}
      {item.label}
    </button>
  )
}
