import '@fontsource/ibm-plex-mono/latin-400.css'
import '@fontsource/ibm-plex-mono/latin-500.css'
import '@fontsource/ibm-plex-serif/latin-400.css'
import '@fontsource/ibm-plex-serif/latin-400-italic.css'
import '@fontsource/ibm-plex-serif/latin-500.css'
import './look/fonts.css'
import './look/tokens.css'
import './look/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startTheme } from './look/theme.ts'
import { keepAppOffline } from './offline/register.ts'
import { startNavigation } from './rooms/address.ts'

startTheme()
startNavigation()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
keepAppOffline()
