import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";

/** Above this many characters a transition travels in parts (SYNC-11). */
const PART_LENGTH = 4 * 1024 * 1024;
const TRANSITIONS_UNDER_WAY = 2;
const UNSENT_BYTES = 8 * 1024 * 1024;

/** What leaves through one socket, and how much of it has not left yet. */
export class Outbox {
  lastSentAt = Date.now();
  /** Called when another transition may be sent, after `hasRoom` had to deny it. */
  onRoom: () => void = () => {};
  /** Called whenever something has left. */
  onLeft: () => void = () => {};
  private transitionsUnderWay = 0;
  private denied = false;

  constructor(private readonly socket: WebSocket) {}

  /** Whether the reader keeps up well enough to be told more (SYNC-15). If not, `onRoom` tells when it does. */
  hasRoom(): boolean {
    this.denied = this.transitionsUnderWay >= TRANSITIONS_UNDER_WAY;
    return !this.denied;
  }

  /** Whether so much waits to leave that nothing more should be asked for (SYNC-16). */
  get overflowing(): boolean {
    return this.socket.bufferedAmount > UNSENT_BYTES;
  }

  send(message: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.lastSentAt = Date.now();
    this.socket.send(message, () => this.onLeft());
  }

  sendTransition(message: string | Buffer): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.lastSentAt = Date.now();
    this.transitionsUnderWay += 1;
    const left = () => {
      this.transitionsUnderWay -= 1;
      this.onLeft();
      if (!this.denied) return;
      this.denied = false;
      this.onRoom();
    };
    if (typeof message === "string" && message.length > PART_LENGTH) this.sendParts(message, left);
    else this.socket.send(message, { binary: false }, left);
  }

  private sendParts(message: string, left: () => void): void {
    const transitionId = randomUUID();
    const totalParts = Math.ceil(message.length / PART_LENGTH);
    for (let partNumber = 0; partNumber < totalParts; partNumber += 1) {
      const chunk = message.slice(partNumber * PART_LENGTH, (partNumber + 1) * PART_LENGTH);
      const part = { type: "TransitionChunk", chunk, partNumber, totalParts, transitionId };
      this.socket.send(JSON.stringify(part), partNumber === totalParts - 1 ? left : undefined);
    }
  }
}
