// Saves a text while it is typed, without a press: the Save button does the same and works without this file.
// Nothing but the text is sent: a day, and a change of what somebody has confirmed, take a press.
// Private words live in the page alone, or in carry.ts from one page to the next: the machine may be shared.

import { isShown, showOther } from './other-text'

const PAUSE = 1500
const RETRY = 5000

type Answer = Record<string, unknown> & { code?: string, theirs?: string, version?: number, detail?: string }

class Autosave {
  private timer = 0
  private dirty = false
  private saving = false
  private readonly text: HTMLTextAreaElement
  private readonly from: HTMLInputElement
  private readonly status: HTMLElement

  constructor(private readonly form: HTMLFormElement) {
    this.text = form.querySelector('textarea')!
    this.from = form.querySelector('[data-autosave-from]')!
    this.status = form.querySelector('[data-autosave-status]')!
    this.text.addEventListener('input', () => this.changed())
    form.addEventListener('submit', () => { this.dirty = false; window.clearTimeout(this.timer) })
    // Back from signing in in another tab: what was typed meanwhile is saved at once.
    window.addEventListener('focus', () => { if (this.dirty) { void this.save() } })
  }

  private changed(): void {
    this.dirty = true
    if (this.clashed) { return }
    this.say('Not saved yet')
    this.again(PAUSE)
  }

  private again(after: number): void {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.save(), after)
  }

  private async save(): Promise<void> {
    if (this.saving || this.clashed) { return }
    this.saving = true
    const sent = this.text.value
    try {
      const response = await fetch(this.form.dataset.autosave!, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(this.body(sent)) })
      this.heard(response.status, await response.json().catch(() => ({})) as Answer, sent)
    } catch {
      this.say('We cannot be reached just now. Your words are still here; trying again.')
      this.again(RETRY)
    } finally {
      this.saving = false
    }
  }

  private body(text: string): object {
    const author = this.form.querySelector<HTMLInputElement>('[data-autosave-as]')!.value
    return { text, version: Number(this.from.value), as: author, typing: true }
  }

  private heard(status: number, answer: Answer, sent: string): void {
    if (status === 200) {
      this.from.value = String(this.form.dataset.autosaveVersion!.split('.').reduce<unknown>((at, name) => (at as Answer)[name], answer))
      this.text.defaultValue = sent
      this.dirty = this.text.value !== sent
      this.say(this.dirty ? 'Not saved yet' : `Saved at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`)
      if (this.dirty) { this.again(PAUSE) }
    } else if (status === 401) {
      this.signedOut()
    } else if (status === 409 && answer.theirs !== undefined) {
      this.clash(answer)
    } else {
      this.say(answer.detail ?? 'This could not be saved. Your words are still here: copy them to a safe place before you leave the page.')
    }
  }

  private signedOut(): void {
    this.say('You have been signed out. Your words are still here. ')
    const link = document.createElement('a')
    Object.assign(link, { href: '/sign-in?returnUrl=%2Fme', target: '_blank', rel: 'noopener', textContent: 'Sign in in another tab' })
    this.status.append(link, ', then come back: they are saved by themselves.')
  }

  // From here on the writer decides. The version stays: a Save gets the page with both texts before it replaces one.
  private clash(answer: Answer): void {
    showOther(this.form, this.text, answer.theirs ?? '')
    this.say('Not saved: see above the box.')
  }

  private get clashed(): boolean { return isShown(this.form) }

  private say(words: string): void {
    this.status.textContent = words
  }
}

export function saveWhileTyping(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-autosave^="/"]')) { new Autosave(form) }
}
