import { HttpTransportType, HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr'
import { Announcer } from './announcer'
import { takeBackUnreached } from './no'
import { Room } from './room'
import { Answer, Command, Snapshot } from './types'

const polled = 15_000
const patience = [0, 1000, 2000, 5000, 10_000]

/** The line to the circle: joins on every connect and reconnect, and asks every 15 seconds whether it missed something. */
export class Line {
  private readonly hub: HubConnection
  private tag: string | undefined
  private lost = false
  private stopped = false

  constructor(private readonly room: Room, private readonly announcer: Announcer) {
    this.hub = new HubConnectionBuilder()
      // No negotiation: with two nodes its answer could come from the one that the socket then does not reach.
      .withUrl('/hubs/circle', { skipNegotiation: true, transport: HttpTransportType.WebSockets })
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: past => this.delay(past.previousRetryCount) })
      .withServerTimeout(20_000)
      .withKeepAliveInterval(5000)
      .configureLogging(LogLevel.None) // A lost line is an ordinary thing here, and told to the person.
      .build()
    this.hub.on('circleChanged', (snapshot: Snapshot) => room.heardOf(snapshot.version))
    this.hub.onreconnecting(() => this.tellLost())
    this.hub.onreconnected(() => this.join())
    this.hub.onclose(() => this.again())
  }

  get id(): string | null { return this.hub.connectionId }

  open(): void {
    void this.connect(0)
    window.setInterval(() => void this.poll(), polled)
    document.addEventListener('visibilitychange', () => { if (!document.hidden) { void this.poll() } })
    window.addEventListener('offline', () => this.tellLost())
    window.addEventListener('online', () => void this.poll())
  }

  /** Sends a command once. What became of it is in the answer, or unknown: it is never sent again by itself. */
  async act(command: Command): Promise<Answer> {
    const answer = this.hub.state === HubConnectionState.Connected ? await this.hub.invoke<Answer>('Act', this.room.circle, command) : await this.post(command)
    if (answer.snapshot) { this.room.heardOf(answer.snapshot.version) }
    return answer
  }

  // Where a proxy lets no socket through, the same command goes as a call.
  private async post(command: Command): Promise<Answer> {
    const answer = await fetch(`/api/v1/circles/${this.room.circle}/commands`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(command) })
    if (!answer.ok) { throw new Error(`${answer.status}`) }
    return await answer.json() as Answer
  }

  close(): void {
    this.stopped = true
    void this.hub.stop()
  }

  private delay(tries: number): number { return patience[Math.min(tries, patience.length - 1)]! * (0.75 + Math.random() / 2) }

  private async connect(tries: number): Promise<void> {
    if (this.stopped) { return }
    try {
      await this.hub.start()
      await this.join()
    } catch {
      this.tellLost()
      window.setTimeout(() => void this.connect(tries + 1), this.delay(tries + 1))
    }
  }

  private again(): void {
    if (this.stopped) { return }
    this.tellLost()
    window.setTimeout(() => void this.connect(1), this.delay(1))
  }

  private async join(): Promise<void> {
    this.tellFound()
    if (this.room.isDoor) { return }
    try {
      this.room.heardOf((await this.hub.invoke<Snapshot>('Join', this.room.circle)).version)
    } catch {
      // Refused: asked to leave, or signed out meanwhile. The page of the moment says which.
      await this.room.refresh()
    }
  }

  private async poll(): Promise<void> {
    if (document.hidden || this.room.isDoor) { return }
    try {
      const answer = await fetch(`/api/v1/circles/${this.room.circle}?since=${this.room.version}`, { headers: this.tag ? { 'if-none-match': this.tag } : {}, cache: 'no-store' })
      if (answer.status === 200) {
        this.tag = answer.headers.get('etag') ?? undefined
        this.room.heardOf((await answer.json() as Snapshot).version)
      } else if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
        await this.room.refresh()
      }
      // The network was away and the socket did not notice.
      if (this.lost && this.hub.state === HubConnectionState.Connected) { this.tellFound() }
    } catch {
      this.tellLost()
    }
  }

  private tellLost(): void {
    if (this.lost || this.stopped) { return }
    this.lost = true
    document.body.classList.add('bt-line-lost')
    document.getElementById('room-line')!.textContent = 'You are disconnected. Your place is kept, and we are trying again.'
    this.announcer.interrupt('You are disconnected')
  }

  private tellFound(): void {
    document.getElementById('room-line')!.textContent = this.room.isDoor ? 'Your connection works.' : ''
    document.body.classList.remove('bt-line-lost')
    takeBackUnreached()
    if (this.lost) { this.announcer.say('line', 'You are connected again.', true) }
    this.lost = false
  }
}
