import { collectDefaultMetrics, Counter, Registry } from 'prom-client';
import { AppError } from '#shared/errors.ts';
import { anyone, nothing, type Route } from './route.ts';

/** What the operator's monitoring reads. No names, no content. */
export interface Metrics {
  registry: Registry;
  refusedUpdates: Counter<'code'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const refusedUpdates = new Counter({
    name: 'plan_updates_refused_total',
    help: 'Updates to a plan that the guard refused, by code.',
    labelNames: ['code'],
    registers: [registry],
  });
  return { registry, refusedUpdates };
}

/** `isReady`: whether the store answers. */
export function operatorRoutes(metrics: Metrics, isReady: () => Promise<boolean>): Route[] {
  return [
    anyone('get', '/healthz', nothing, async () => ({ status: 200, body: { status: 'ok' } })),
    anyone('get', '/readyz', nothing, async () => {
      if (!(await isReady())) throw new AppError('unavailable', 'The store does not answer.');
      return { status: 200, body: { status: 'ready' } };
    }),
    anyone('get', '/metrics', nothing, async () => ({
      status: 200,
      file: { body: await metrics.registry.metrics(), contentType: metrics.registry.contentType },
    })),
  ];
}
