// What a screen reader is told, and how often: one thing a second at most. What came too fast is merged, so that the
// newest state is told and not the way there. Two things alone interrupt: it is your turn, you are disconnected.

export type Wanted = 'all' | 'turns' | 'none'

const key = 'circle-announcements'
const pause = 1000

export class Announcer {
  private readonly polite: HTMLElement
  private readonly urgent: HTMLElement
  private waiting = new Map<string, string>()
  private interrupting: string | undefined
  private last = -Infinity
  private timer: number | undefined

  constructor(page: Document) {
    this.polite = page.getElementById('room-says')!
    this.urgent = page.getElementById('room-interrupts')!
    page.addEventListener('change', event => {
      if (event.target instanceof HTMLInputElement && event.target.name === key) { this.wanted = event.target.value as Wanted }
    })
  }

  get wanted(): Wanted {
    const kept = localStorage.getItem(key)
    return kept === 'turns' || kept === 'none' ? kept : 'all'
  }

  private set wanted(value: Wanted) { localStorage.setItem(key, value) }

  /** Ticks what was chosen on this device; the server knows nothing of it. */
  showChoice(page: Document): void {
    const radio = page.querySelector<HTMLInputElement>(`input[name="${key}"][value="${this.wanted}"]`)
    if (radio) { radio.checked = true }
  }

  /** @param about What is told of: a newer sentence about the same replaces the one still waiting. */
  say(about: string, sentence: string, aboutMyTurn = false): void {
    if (sentence === '' || this.wanted === 'none' || (this.wanted === 'turns' && !aboutMyTurn)) { return }
    this.waiting.set(about, sentence)
    this.plan()
  }

  interrupt(sentence: string): void {
    if (this.wanted === 'none') { return }
    this.interrupting = sentence
    this.plan()
  }

  private plan(): void {
    this.timer ??= window.setTimeout(() => this.tell(), Math.max(0, this.last + pause - performance.now()))
  }

  private tell(): void {
    this.timer = undefined
    this.last = performance.now()
    if (this.interrupting !== undefined) {
      this.urgent.textContent = this.interrupting
      this.interrupting = undefined
    } else {
      this.polite.textContent = [...this.waiting.values()].join(' ')
      // Whoever reads the page line by line must not come upon a turn that is over.
      this.urgent.textContent = ''
      this.waiting.clear()
    }
    if (this.waiting.size > 0) { this.plan() }
  }
}
