// One path: what it is worth, its picture, and its hops with what is said for and against each.
import type { Assertion, Dispute } from '../../api/types'
import { ClaimLink, EntityLink } from '../../parts/links'
import { Facts, Sentence } from '../../parts/sentence'
import { Sides } from '../../parts/sides'
import { StandingMark } from '../../parts/standing'
import { aside, count, plain } from '../../parts/words'
import { useExplorer } from '../../state/exploration'
import { workingSet } from '../../state/fragment'
import { looks } from '../../state/standing'
import { views } from '../register'
import { small } from '../settings'
import { claimsOf, entitiesOf, settings, together } from './question'
import { Strip } from './strip'
import type { Brief, Hop, Path } from './types'

export function OnePath({ path, n }: { path: Path; n: number }) {
  const weakest = path.hops.find((hop) => hop.claim.id === path.weakestHop.claim.id)
  return (
    <li class="path" id={`path-${n}`}>
      <h2>
        Path {n} <span class="note">{count(path.length, 'step', 'steps')}</span>
      </h2>
      {weakest && (
        <p class="facts">
          <span>Its weakest step is</span>
          <StandingMark value={weakest.standing} contested={weakest.contested} />
          {aside(weakest.modality)}
        </p>
      )}
      <Strip path={path} n={n} />
      <p class="note whole">
        {path.statedAsWhole ? 'One sentence of one source states this path as a whole.' : 'No source states this path as a whole: each step is sourced by itself, and the path is nobody’s statement.'} {together(path)}
      </p>
      <ol class="hops" aria-label={`Hops of path ${n}`}>
        {path.hops.map((hop) => (
          <OneHop key={hop.claim.id} hop={hop} weakest={hop === weakest} />
        ))}
      </ol>
      <Actions path={path} />
    </li>
  )
}

function OneHop({ hop, weakest }: { hop: Hop; weakest: boolean }) {
  return (
    <li class={weakest ? `hop weakest is-${looks[hop.standing].line}` : 'hop'} data-claim={hop.claim.id}>
      <header>
        {weakest && (
          <p class="weak">
            <span aria-hidden="true">▲ </span>Weakest step: the path is worth no more than this.
          </p>
        )}
        <p class="note">
          <EntityLink entity={hop.from} /> <span aria-hidden="true">{hop.predicate.symmetric ? '–' : hop.forward ? '→' : '←'}</span>
          <span class="visually-hidden">and</span> <EntityLink entity={hop.to} />, {plain(hop.to.kind)}
        </p>
        <h3>
          <ClaimLink id={hop.claim.id}>
            <Sentence text={hop.claim.sentence} />
          </ClaimLink>
        </h3>
        <Facts claim={hop} />
        {hop.parallel > 0 && <p class="note">{count(hop.parallel, 'more claim ties', 'more claims tie')} the two in this search; this one stands strongest.</p>}
      </header>
      <Sides claim={dispute(hop)} />
    </li>
  )
}

/** The hop's claim as the parts that pair what is said for and against a claim take it: one of its own denials and one quote a speech act, the rest counted. */
function dispute({ claim, standing, contested, modality, period }: Hop): Dispute {
  const told = (said: Brief): Assertion => ({ ...said, reportedBy: [], evidence: said.evidence.slice(0, 1) })
  const some = (part: { totalCount: number; nodes: Brief[] }) => ({ totalCount: part.totalCount, nodes: part.nodes.map(told) })
  return {
    ...{ standing, contested, modality, period },
    ...claim,
    support: some(claim.support),
    replies: some({ ...claim.replies, nodes: claim.denials.filter((said) => said.claim.id === claim.id && said.stance !== 'CORRECTS').slice(0, 1) }),
    comments: { ...claim.comments, nodes: [] },
    withdrawals: { ...claim.withdrawals, nodes: [] },
    denials: claim.denials.map(told),
    generalDenials: claim.generalDenials.map(told),
  }
}

/** What can be done with a path: choose its entities, and look at them elsewhere. */
function Actions({ path }: { path: Path }) {
  const { state, go, href } = useExplorer()
  const { from, to, kind } = settings(state)
  const ids = entitiesOf(path)
  const set = [...new Set([...workingSet(state), ...ids])]
  const chosen = ids.every((id) => state.set.includes(id))
  const ends = { from, ...(to === '' ? { kind: small(kind) } : { to }) }
  return (
    <p class="actions">
      {chosen ? (
        <span class="note">Its entities are among those chosen.</span>
      ) : (
        <button type="button" onClick={() => go({ set, own: { ...state.own, ...ends } })}>
          Choose the entities of this path
        </button>
      )}
      <a class="button" href={href({ view: 'graph', set: ids, claim: '', own: { around: 'no' } })}>
        Show it as a graph
      </a>
      {views.some((view) => view.name === 'dossier') && (
        <a class="button" href={href({ view: 'dossier', set: ids, claim: '', own: { path: claimsOf(path).join(',') } })}>
          Dossier of this path
        </a>
      )}
    </p>
  )
}
