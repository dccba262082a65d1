/** Two short tones, to hear whether one hears. */
export interface TwoTones {
  /** To be called in the press of a button: devices give no sound that nobody asked for. */
  unlock(): void;
  play(): void;
  close(): void;
}

const HERTZ = [523.25, 659.25] as const;
const TONE_SECONDS = 0.45;
const GAP_SECONDS = 0.2;
/** From 0 to 1: soft, for whoever sits close to a loud device. */
const VOLUME = 0.25;
const FADE_SECONDS = 0.05;

/** The tones by Web Audio; nothing is made before it is unlocked. */
export function browserTones(): TwoTones {
  let context: AudioContext | null = null;
  return {
    unlock() {
      context ??= new AudioContext();
      // Refused where there is no sound at all; then nobody hears it, and says so.
      context.resume().catch(() => undefined);
    },
    play() {
      if (!context) return;
      for (const [index, hertz] of HERTZ.entries())
        tone(context, hertz, context.currentTime + 0.1 + index * (TONE_SECONDS + GAP_SECONDS));
    },
    close() {
      context?.close().catch(() => undefined);
      context = null;
    },
  };
}

function tone(context: AudioContext, hertz: number, from: number): void {
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  // A tone that is cut off clicks.
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(VOLUME, from + FADE_SECONDS);
  volume.gain.setValueAtTime(VOLUME, from + TONE_SECONDS - FADE_SECONDS);
  volume.gain.linearRampToValueAtTime(0, from + TONE_SECONDS);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(from + TONE_SECONDS);
}
