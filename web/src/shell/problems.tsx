// What of a link could not be read, or is not on file. It stops nothing.
export function Problems({ problems }: { problems: string[] }) {
  if (problems.length === 0) return null
  return (
    <div class="state problems" role="status">
      <p>Not everything in this link could be read; the rest is shown.</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>
            <bdi>{problem}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
