// The dashboard: one page, whose state is the fragment of its address.
import { render } from 'preact'
import { Shell } from './shell/shell'

const root = document.getElementById('app')
if (root) render(<Shell />, root)
