// The colours of a drawing: on the page those of the reader's scheme, in a file those of paper.
export type Colours = { ink: string; soft: string; paper: string; edge: string; found: string; safe: string; alleged: string; void: string }

/** The light scheme of style/tokens.css, as files carry it; a test holds them equal. */
export const onPaper: Colours = { ink: '#1c1b19', soft: '#57534d', paper: '#ffffff', edge: '#827d75', found: '#1c1b19', safe: '#23587a', alleged: '#9a3412', void: '#6a655e' }

export const onPage: Colours = { ink: 'var(--ink)', soft: 'var(--soft)', paper: 'var(--paper)', edge: 'var(--edge)', found: 'var(--found)', safe: 'var(--safe)', alleged: 'var(--alleged)', void: 'var(--void)' }

/** How each kind of line is drawn, by attributes alone, so that a drawing needs no style sheet. */
export const strokes = {
  thick: { colour: 'found', width: 5, dashes: undefined },
  solid: { colour: 'safe', width: 2, dashes: undefined },
  dashed: { colour: 'alleged', width: 2, dashes: '5 3' },
  broken: { colour: 'alleged', width: 2, dashes: '5 3' },
  struck: { colour: 'void', width: 1, dashes: undefined },
} as const
