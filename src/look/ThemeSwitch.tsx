import { Icon } from './Icon.tsx'
import { Menu } from './Menu.tsx'
import { chooseTheme, isDark, type ThemeChoice, themeChoice } from './theme.ts'
import { useSignal } from './useSignal.ts'

const CHOICES = [
  { choice: 'system', label: 'As the system', icon: 'screen' },
  { choice: 'light', label: 'Light', icon: 'sun' },
  { choice: 'dark', label: 'Dark', icon: 'moon' },
] as const satisfies readonly { choice: ThemeChoice; label: string; icon: string }[]

export function ThemeSwitch() {
  const chosen = useSignal(themeChoice)
  const dark = useSignal(isDark)
  return (
    <Menu
      label="Theme"
      face={<Icon name={dark ? 'moon' : 'sun'} />}
      items={CHOICES.map(({ choice, label, icon }) => ({
        label,
        icon,
        isChosen: choice === chosen,
        onSelect: () => chooseTheme(choice),
      }))}
    />
  )
}
