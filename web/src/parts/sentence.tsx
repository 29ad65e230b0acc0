// A claim in words; the verb follows the standing, as the API words it.
import type { ClaimLine } from '../api/types'
import { Foreign, Shown } from './foreign'
import { StandingMark } from './standing'
import { modality } from './words'

/** How a claim stands, what kind of proposition it is, and when it holds. */
export function Facts({ claim }: { claim: Pick<ClaimLine, 'standing' | 'contested' | 'modality' | 'period'> }) {
  return (
    <p class="facts">
      {claim.standing && <StandingMark value={claim.standing} contested={claim.contested} />}
      {modality(claim.modality) && <span>{modality(claim.modality)}</span>}
      {claim.period && (
        <span>
          <Foreign>{claim.period.text}</Foreign>
        </span>
      )}
    </p>
  )
}

/** When something holds; that no period is given weighs less than one that is. */
export function When({ text }: { text: string }) {
  return (
    <span class={text === 'period not given' ? 'note' : undefined}>
      <Foreign>{text}</Foreign>
    </span>
  )
}

export function Sentence({ text }: { text: string }) {
  return (
    <span class={text.length > 800 ? 'sentence long' : 'sentence'}>
      <Shown text={text} />
    </span>
  )
}
