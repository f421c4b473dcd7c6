// Six people hold a listening circle over the public SignalR client. Usage: node circle.mjs <server> <circle> <cookie of the facilitator> <cookie>...
// Prints one line of JSON: what was seen. Ends with 1 and a reason where the wire does not answer as written.
import { HubConnectionBuilder, HttpTransportType, LogLevel } from '@microsoft/signalr';
import { randomUUID } from 'node:crypto';

const [server, circleId, ...cookies] = process.argv.slice(2);
const patience = 180_000; // as Eventually has

class Person {
  constructor(cookie) {
    this.pushes = [];
    this.waiting = [];
    this.connection = new HubConnectionBuilder()
      .withUrl(`${server}/hubs/circle`, { headers: { Cookie: cookie }, transport: HttpTransportType.WebSockets })
      .configureLogging(LogLevel.Error)
      .withServerTimeout(patience)
      .withKeepAliveInterval(5_000) // as our own client: whoever is silent for 20 seconds is taken for gone
      .build();
    this.connection.on('circleChanged', snapshot => {
      this.pushes.push(snapshot);
      this.take(snapshot);
    });
  }

  // A snapshot is applied only when its version is greater.
  take(snapshot) {
    if (this.now && snapshot.version <= this.now.version) return;
    this.now = snapshot;
    for (const one of this.waiting.splice(0)) one();
  }

  async join() {
    await this.connection.start();
    this.take(await this.connection.invoke('Join', circleId));
  }

  async does(kind, fields = {}) {
    const answer = await this.connection.invoke('Act', circleId, { ...fields, kind, id: randomUUID() });
    this.take(answer.snapshot);
    if (!answer.accepted) throw new Error(`${kind} was refused: ${JSON.stringify(answer.refusal)}`);
  }

  async until(what, holds) {
    const enough = Date.now() + patience;
    while (!holds(this.now)) {
      if (Date.now() > enough) throw new Error(`${what} never came; the last was ${JSON.stringify(this.now)}`);
      await Promise.race([new Promise(done => this.waiting.push(done)), new Promise(done => setTimeout(done, 1000).unref())]);
    }
  }

  get seat() { return this.now.you.seatId; }
}

const people = cookies.map(cookie => new Person(cookie));
const [facilitator] = people;
const spoke = {};

const sees = (version) => Promise.all(people.map(p => p.until(`version ${version}`, now => now.version >= version)));

// Once round: whoever is offered the piece accepts, speaks and hands it on.
async function round() {
  while (true) {
    await sees(Math.max(...people.map(p => p.now.version)));
    const { floor, round } = facilitator.now;
    if (round.finished && floor.state === 'idle') return;
    const person = people.find(p => p.seat === (floor.offeredTo ?? floor.holder));
    if (!person) throw new Error(`Nobody has the piece: ${JSON.stringify(facilitator.now)}`);
    const turnId = floor.turnId;
    if (floor.state === 'offered') await person.does('accept', { turnId });
    if (person.now.floor.state !== 'holding') throw new Error(`Not holding: ${JSON.stringify(person.now.floor)}`);
    await person.does('release', { turnId });
    const key = `${facilitator.now.stage.index}.${round.number}`;
    (spoke[key] ??= []).push(person.seat);
  }
}

try {
  await facilitator.join();
  await facilitator.does('open');
  await Promise.all(people.slice(1).map(p => p.join()));
  await Promise.all(people.map(p => p.does('consent', { agreementsVersion: p.now.agreementsVersion })));
  await facilitator.does('start');
  await round();                                     // opening
  await facilitator.does('nextStage');
  await round();                                     // check-in
  await facilitator.does('nextStage');
  await people[3].does('take');                      // stories begin with a volunteer
  await round();
  await facilitator.does('nextStage');
  await facilitator.does('choose', { what: 'responseRound' });
  await round();
  await facilitator.does('nextStage');
  await round();                                     // closing word
  await facilitator.does('close');
  await Promise.all(people.map(p => p.until('closed', now => now.status === 'closed')));

  const rising = people.every(p => p.pushes.every((s, i) => i === 0 || s.version > p.pushes[i - 1].version));
  const late = await people[2].connection.invoke('Act', circleId, { kind: 'bell', id: randomUUID() });
  console.log(JSON.stringify({ spoke, rising, pushes: people.map(p => p.pushes.length), late: late.refusal.code, status: facilitator.now.status }));
  await Promise.all(people.map(p => p.connection.stop()));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
