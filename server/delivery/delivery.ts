import { lookup } from 'node:dns/promises';
import { createDeliveries, type Deliveries, type DeliveriesParts } from './deliveries.ts';
import { createCourier, type Courier, type CourierParts } from './courier.ts';
import { createFiling, type Filing, type FilingParts } from './filing.ts';
import { createOutbox } from './outbox.ts';
import { oidOf, uuidOf } from './submission.ts';
import { createWire } from './wire.ts';

/** The way of agreed versions to each journal. */
export interface Delivery {
  deliveries: Deliveries;
  filing: Filing;
  /** Sends what waits, from now on. */
  start(): Courier;
}

export interface DeliveryParts
  extends
    Pick<DeliveriesParts, 'db' | 'rowId' | 'now'>,
    Omit<FilingParts, 'versions' | 'meetings'>,
    Omit<CourierParts, 'outbox' | 'receivers' | 'source' | 'post' | 'meetings' | 'audit'> {
  meetings: FilingParts['meetings'] & CourierParts['meetings'];
  setUp: {
    receivers: CourierParts['receivers'];
    /** Whose submissions they are, as an OID; null for one made of `home`. */
    source: string | null;
    /** How long one try may take, in ms. */
    patienceMs: number;
  };
  /** The house's own address, by which it is told from others. */
  home: string;
}

export function createDelivery(parts: DeliveryParts): Delivery {
  const { db, rowId, now, setUp, home, versionOf } = parts;
  const { receivers, patienceMs } = setUp;
  return {
    deliveries: createDeliveries({ db, receivers, rowId, now }),
    filing: createFiling({ ...parts, versions: { get: versionOf } }),
    start: () =>
      createCourier({
        ...parts,
        outbox: createOutbox(db),
        receivers,
        source: setUp.source ?? oidOf(uuidOf('source', home)),
        post: createWire({ patienceMs, resolve: (host) => lookup(host, { all: true }) }),
      }),
  };
}
