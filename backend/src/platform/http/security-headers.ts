import type { SecurityHeadersOptions } from '@nestjs/common';

/** Nothing from outside, nothing inline: the product talks to itself alone. */
export const securityHeaders: SecurityHeadersOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: "'self'",
      baseUri: "'none'",
      connectSrc: "'self'",
      fontSrc: "'self'",
      formAction: "'self'",
      frameAncestors: "'none'",
      imgSrc: ["'self'", 'data:'],
      objectSrc: "'none'",
      scriptSrc: "'self'",
      styleSrc: "'self'",
    },
  },
  xFrameOptions: { action: 'deny' },
  // Browsers ignore it over plain HTTP; the TLS proxy in front decides for the host.
  strictTransportSecurity: false,
};
