// Time of a turn, from the server's clock. It asks for nothing: no turn ends because a time is over.
import { Room } from './room'

const every = 1000

function words(leftMs: number): string {
  const minutes = Math.ceil(leftMs / 60_000)
  return leftMs <= 0 ? 'Take the time you need' : minutes === 1 ? 'Less than a minute left' : `About ${minutes} minutes left`
}

function show(clock: HTMLElement, now: number): void {
  const { from, held, soft } = clock.dataset
  const spent = Number(held ?? 0) + (from ? Math.max(0, now - Date.parse(from)) : 0)
  const text = words(Number(soft) * 60_000 - spent)
  if (clock.textContent !== text) { clock.textContent = text }
}

export function showClocks(room: Room): void {
  const all = () => { for (const clock of room.element.querySelectorAll<HTMLElement>('[data-clock]')) { show(clock, room.now) } }
  all()
  window.setInterval(all, every)
}
