// What of a link could not be read, or is not on file. It stops nothing.
/** Problems of a link; `read` where it could be read, and what it chooses cannot be shown. */
export function Problems({ problems, read = false }: { problems: string[]; read?: boolean }) {
  if (problems.length === 0) return null
  return (
    <div class="state problems" role="status">
      <p>{read ? 'Not all that is chosen can be shown; the rest is.' : 'Not everything in this link could be read; the rest is shown.'}</p>
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
