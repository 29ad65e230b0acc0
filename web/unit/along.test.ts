import { together } from '../src/api/along'
import entityAllegations from '../src/queries/EntityAllegations.graphql'
import entityTies from '../src/queries/EntityTies.graphql'
import stamp from '../src/queries/Stamp.graphql'
import { equal, holds, test } from './harness'

test('questions become one, each with its own name for its root and its variables', () => {
  const { query, variables, roots } = together([
    { query: 'query Ties($id:ID!$first:Int=5){entity(id:$id){ties(first:$first){...Who}}}fragment Who on Entity{id}', variables: { id: 'ent_a', first: 2 } },
    { query: 'query Stamp{stats{revision}}', variables: {} },
    { query: 'query More($id:ID!){node(id:$id){...Who...Said}}fragment Said on Claim{said(first:$said)}fragment Who on Entity{id}', variables: { id: 'ent_b', said: 3 } },
  ])
  equal(
    query,
    'query Ties_Stamp_More($q0_id:ID!$q0_first:Int=5,,$q2_id:ID!){q0:entity(id:$q0_id){ties(first:$q0_first){...Who}},q1:stats{revision},q2:node(id:$q2_id){...Who...Said}}' +
      'fragment Who on Entity{id}fragment Said on Claim{said(first:$said)}',
  )
  equal(variables, { q0_id: 'ent_a', q0_first: 2, q2_id: 'ent_b', said: 3 })
  equal(roots, ['entity', 'stats', 'node'])
})

test('our own questions are of the form that can be put together', () => {
  const { query, roots } = together([entityTies, entityAllegations, stamp].map((text) => ({ query: text, variables: {} })))
  equal(roots, ['entity', 'entity', 'stats'])
  holds(query.startsWith('query EntityTies_EntityAllegations_Stamp($q0_id:ID!'), query)
  equal(query.split('fragment Who on Entity{').length, 2)
})
