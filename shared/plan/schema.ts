/**
 * The version of the plan's form. A page that knows an older one would write what nobody else understands, so the
 * server does not let it in. It goes up by one whenever the registry changes; a test keeps watch.
 */
export const PLAN_SCHEMA = 3;

/** The name of the query parameter in which a page says the version that it knows. */
export const SCHEMA_PARAMETER = 'schema';
