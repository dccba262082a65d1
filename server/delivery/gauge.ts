import { Gauge, type Registry } from 'prom-client';
import type { Deliveries } from './deliveries.ts';

/** Shows the operator's monitoring how many versions wait, and how many somebody must see to. */
export function gaugeDeliveries(registry: Registry, deliveries: Pick<Deliveries, 'count'>): void {
  new Gauge({
    name: 'plan_deliveries',
    help: 'Agreed versions that receivers have not got, by state: waiting for another try, or failed.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { waiting, failed } = await deliveries.count();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'failed' }, failed);
    },
  });
}
