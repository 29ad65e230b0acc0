// The dashboard: one page, whose state is the fragment of its address.
// The order of modules weighs: gzip finds again what it has met in the last 32 kB, so what is like each other stands together.
import 'd3-force'
import './views/graph'
import './views/table'
import { render } from 'preact'
import { Shell } from './shell/shell'

const root = document.getElementById('app')
if (root) render(<Shell />, root)
