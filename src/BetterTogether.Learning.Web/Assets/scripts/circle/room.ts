import { Announcer } from './announcer'
import { merge } from '../merge'
import { sayNo } from './no'
import { showStarters } from './starters'

/** The room's part of the page, always as of one version: an older one is never put in the place of a newer. */
export class Room {
  private fetching: Promise<void> | undefined
  private newest = 0
  /** What to add to this device's clock to have the server's, in ms. */
  private offset = 0

  constructor(readonly element: HTMLElement, private readonly announcer: Announcer) {
    this.afterMerge()
  }

  get circle(): string { return this.element.dataset.circle! }

  get version(): number { return Number(this.element.dataset.version) }

  /** At the door nobody is in the room yet, so nobody joins. */
  get isDoor(): boolean { return this.element.dataset.at === 'door' }

  get now(): number { return Date.now() + this.offset }

  /** There is a version; what is older than the one shown is none of our business. */
  heardOf(version: number): void {
    this.newest = Math.max(this.newest, version)
    if (this.newest > this.version) { void this.refresh() }
  }

  /** Fetches the room anew. One fetch at a time; what is heard of meanwhile is fetched after it. */
  refresh(): Promise<void> {
    return this.fetching ??= this.fetchOnce().finally(() => {
      this.fetching = undefined
      if (this.newest > this.version) { window.setTimeout(() => this.heardOf(this.newest), 250) }
    })
  }

  private async fetchOnce(): Promise<void> {
    let answer: Response
    try {
      answer = await fetch(`${location.pathname}?handler=Room`, { headers: { accept: 'text/html' }, redirect: 'manual', cache: 'no-store' })
    } catch {
      return // Offline: the line says so, and the poll comes back.
    }
    if (answer.status >= 500 || answer.status === 429) { return }
    // Signed out, or asked to leave: the server has a page for it.
    if (!answer.ok) { location.reload(); return }
    const made = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('room')
    if (!made || Number(made.dataset.version) <= this.version) { return }
    const focused = document.activeElement
    // Another part of the circle's life has none of the forms that were refused.
    if (made.dataset.at !== this.element.dataset.at) { sayNo('') }
    merge(this.element, made)
    this.keepFocus(focused)
    this.afterMerge()
  }

  // A push never moves the focus; where it took away the very thing that had it, the next stop is the room's heading.
  private keepFocus(focused: Element | null): void {
    if (focused && focused !== document.body && !focused.isConnected) { this.element.querySelector<HTMLElement>('[data-rest]')?.focus({ preventScroll: true }) }
  }

  private afterMerge(): void {
    const { serverTime, says, turnSays, yours } = this.element.dataset
    if (serverTime) { this.offset = Date.parse(serverTime) - Date.now() }
    this.announcer.showChoice(document)
    showStarters(this.element)
    this.tellChanges(says ?? '', turnSays ?? '', yours === 'true')
  }

  private told = { says: '', turnSays: '', yours: false, first: true }

  private tellChanges(says: string, turnSays: string, yours: boolean): void {
    const before = this.told
    this.told = { says, turnSays, yours, first: false }
    if (yours && !before.yours) {
      this.announcer.interrupt('It is your turn')
    } else if (!before.first && says !== before.says) {
      const turnOnly = this.announcer.wanted === 'turns'
      if (!turnOnly || turnSays !== before.turnSays) { this.announcer.say('state', turnOnly ? turnSays : says, turnSays !== '') }
    }
  }
}
