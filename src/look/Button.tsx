import type { ButtonHTMLAttributes, Ref } from 'react'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  ref?: Ref<HTMLButtonElement>
  /** main: the one thing to do here. quiet: no border. icon: 32 × 32, needs an `aria-label`. */
  look?: 'main' | 'quiet' | 'icon'
}

export function Button({ look, className, ...rest }: ButtonProps) {
  const classes = ['button', look && `button-${look}`, className].filter(Boolean).join(' ')
  return <button type="button" className={classes} {...rest} />
}
