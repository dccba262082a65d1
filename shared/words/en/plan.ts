import type { Catalogue } from '../catalogue.ts';

/** “A, B and C”. */
const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
const areOrIs = (names: readonly string[]) => (names.length === 1 ? 'is' : 'are');
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Words of the plan's forms: fields, rows, saving. Headings and labels of the plan itself stand in its registry. */
export const plan: Catalogue['plan'] = {
  saved: 'Saved',
  /** How it stands with what I have written, for the corner of the screen. */
  saving: {
    saved: 'Saved',
    saving: 'Saving …',
    unsaved: 'Not saved yet',
    offline: 'No connection',
  },
  unsavedHere: 'You have text that has not been saved yet. Leave the page open.',
  /** The same, said aloud to those who listen to the page. */
  savingSaid: {
    unsaved: 'What you write has not been saved yet. Leave the page open, and we will keep trying.',
    offline: 'The connection is lost. We are trying to connect again.',
    back: 'The connection is back. Everything you have written is saved.',
  },
  loading: 'Loading …',
  loadingOffline: 'We cannot get contact. We will keep trying by ourselves.',

  youWrite: 'You write here',
  onlyWrites: (writer) => `Only ${writer} can write`,
  theyWrite: (writers) => `${capital(listed(writers))} can write`,
  writer: {
    hospital: 'the hospital',
    municipality: 'the municipality',
    gp: 'the GP',
    patient: 'the patient',
    kin: 'the next of kin',
    interpreter: 'the interpreter',
    'hospital:doctor': 'the hospital doctor',
    'hospital:nurse': 'the hospital nurse',
    'hospital:therapist': 'the hospital therapist',
    'hospital:coordinator': 'the hospital coordinator',
  },

  writesHere: (names) => `${listed(names)} ${areOrIs(names)} writing here now`,
  /** Said aloud to whoever stands in words that others change. */
  changesYours: (names) =>
    names.length
      ? `${listed(names)} ${areOrIs(names)} changing the text you are in.`
      : 'Somebody else is changing the text you are in.',
  hearOthers: 'The screen reader tells me when others write',
  locked: 'You can read this, but you can no longer write here.',
  writesIn: (name, heading) => `${name} is writing in “${heading}”.`,

  empty: 'Nothing has been written here yet.',
  noAnswer: '–',
  choose: 'Choose',
  takeAway: 'Remove the answer',
  rowGone: 'Has been deleted',
  noRowsToChoose: 'There is nothing to choose yet.',

  moreFields: 'More about this',
  addRow: 'Add',
  addRowOf: {
    goals: 'Add a goal',
    services: 'Add a service',
    medications: 'Add a medicine',
    treatment: 'Add an action',
    warnings: 'Add a sign',
    followup: 'Add an appointment',
    questions: 'Add a question',
    'questions.answers': 'Add an answer',
    disagreements: 'Add something you disagree about',
    checklist: 'Add a point',
    minutes: 'Add a note',
    function: 'Add a risk',
    'function.before': 'Add an area',
    'function.now': 'Add an area',
    'function.expected': 'Add an area',
  },
  rowOf: (number, title) => (title ? `${number}. ${title}` : `${number}.`),
  noTitle: 'not written yet',
  deleteRow: 'Delete',
  deleteRowNamed: (title) => `Delete “${title}”`,
  deleted: (title) => `“${title}” has been deleted.`,
  undo: 'Undo',
  redo: 'Redo',
  moveUp: (title) => `Move “${title}” up`,
  moveDown: (title) => `Move “${title}” down`,
  moved: (title, number, count) => `“${title}” is now number ${number} of ${count}.`,
  /** Before one deletes what others are writing in. */
  othersInRow: (names) => `${listed(names)} ${areOrIs(names)} writing in this now. Do you want to delete it anyway?`,
  deleteAnyway: 'Delete anyway',
  keepRow: 'Do not delete',
  /** Others deleted what one was writing in, and it is kept here. */
  lostRow: (title) => `Somebody else deleted “${title}” while you had it open.`,
  lostRowKept: 'This is what it said, with what you had written:',
  bringBack: 'Bring back',
  lostRowBack: (title) => `Somebody else has brought back “${title}”, but without this, which you had written:`,

  function: {
    title: 'Function before, now and expected',
    when: { 'function.before': 'Before', 'function.now': 'Now', 'function.expected': 'Expected' },
    /** A part and an area: `Function now: Moving about indoors`. */
    cell: (heading, area) => `${heading}: ${area}`,
    describe: 'Describe',
    describeNamed: (cell) => `Describe ${cell}`,
    notDescribed: 'Not described',
    unknown: (reason) => `Unknown: ${reason}`,
    unknownAsk: 'Unknown?',
    level: (level) => `Number: ${level} of 5`,
    more: 'More',
    noArea: 'No area',
    addArea: 'Add an area',
  },
  needsHelp: 'Describe what the patient needs help with. The municipality says which service it will be.',
  services: {
    askDecision: 'Write which decision (vedtak) it is in.',
    group: {
      home: 'Help at home',
      safety: 'Safety and technology',
      day: 'During the day',
      stay: 'Stays',
      relief: 'Respite',
      else: 'Housing and other',
    },
  },
  medicines: {
    group: { new: 'New', changed: 'Changed', stopped: 'Stopped', unchanged: 'Unchanged' },
    noGroup: 'Not said whether it has changed',
    add: {
      new: 'Add a new one',
      changed: 'Add a changed one',
      stopped: 'Add a stopped one',
      unchanged: 'Add an unchanged one',
    },
    why: {
      new: 'Write why it is new.',
      changed: 'Write why it has been changed.',
      stopped: 'Write why it has been stopped.',
    },
  },
  zones: {
    title: {
      green: 'Green: as expected',
      yellow: 'Yellow: getting worse – call',
      red: 'Red: serious – call at once',
    },
    none: 'No zone',
    add: { green: 'Add a sign in green', yellow: 'Add a sign in yellow', red: 'Add a sign in red' },
    change: 'Move to another zone',
  },
  noDate: 'No date',
  proposals: {
    title: 'Suggestions',
    what: {
      homeVisit: 'Home visit by a nurse',
      gp: 'Appointment with the GP',
      conversation: 'Conversation after four weeks, new score 0–10',
    },
    when: {
      homeVisit: (date) => `by ${date} at the latest`,
      gp: (date) => `around ${date}`,
      conversation: (date) => `around ${date}`,
    },
    noDate: 'a date once the day for going home is set',
    line: (what, when) => `${what} – ${when}`,
  },
  clarifications: { weighed: 'Considered', notWeighed: 'Not considered' },
  phones: {
    title: 'Whom you can call',
    titleForStaff: 'Numbers that the patient takes home',
    /** By number. */
    always: { '116117': 'Out-of-hours doctor (legevakt)', '113': 'In a life-threatening emergency' },
    noName: 'Phone',
    /** `Mona Hansen, the municipality`. */
    at: (who, party) => `${who}, ${party}`,
    ring: (number, who) => `${number}, call ${who}`,
  },
  promises: { change: 'Correct what was promised' },
  checklist: { change: 'Who, when, or correct the point' },
  disagreements: {
    open: 'Open',
    settled: 'Settled',
    askOwner: 'Write who decides. Without it you cannot agree.',
    noOwner: 'Nobody has been named to decide this yet.',
  },

  score: { low: '0 is “I cannot do it”', high: '10 is “as before”' },

  tooLong: 'It was too long, and was not put in. What was here is still here.',
  refused: 'The last thing you wrote was not saved.',
  refusedKept: 'The text is here, so that you can copy it:',
  ended: 'You can no longer write here.',
  tryAgain: 'Try again',
  withheld: 'This part is not shared with you.',
  outOfDate: {
    title: 'This page has to be reloaded',
    text: 'The page has become too old. You can read, but not write, until you have reloaded it.',
    kept: 'Some of this has not been saved. Copy what you want to keep before you reload the page:',
    /** In each part that one was writing in. */
    here: 'You cannot write here until the page has been reloaded. The button is at the top of the page.',
    reload: 'Reload the page',
  },
  copyText: 'Copy the text',
  copied: 'Copied',
  dismiss: 'Close',

  /** `2026-11-26` → `26 November 2026`. */
  date: (iso) => {
    const [year, month, day] = iso.split('-').map(Number);
    return `${day ?? ''} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year ?? ''}`;
  },
  /** `2026-11-26` → `26/11/2026`. */
  shortDate: (iso) => iso.split('-').toReversed().join('/'),
  /** `09:30` → `09:30`. */
  time: (time) => time,
};
