/** What this script itself reads of a snapshot; the server makes the page of the rest. */
export interface Snapshot {
  version: number
}

export interface Refusal {
  code: string
  message: string
}

export interface Answer {
  accepted: boolean
  refusal?: Refusal
  snapshot?: Snapshot
}

export type Command = { id: string, kind: string } & Record<string, unknown>
