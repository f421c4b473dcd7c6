// A page that several phones look at follows what the others do. Without script there is a link to look again.
import { merge } from './merge'

const every = 3000

export function follow(page: Document): void {
  const part = page.querySelector<HTMLElement>('[data-follow]')
  if (!part) { return }
  window.setInterval(() => { if (!page.hidden) { void look(part) } }, every)
}

async function look(part: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(location.href, { cache: 'no-store' })
    if (answer.status === 404) { location.reload() }
    const made = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id) : null
    if (made) { merge(part, made) }
  } catch {
    // Offline for a moment: the next look is soon.
  }
}
