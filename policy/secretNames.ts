/**
 * What a secret is called: keys of the chart's values, traits of JupyterHub's own configuration and variables of an
 * environment, as the components have it. https://z2jh.jupyter.org/en/stable/resources/reference.html
 */
const secretNames: readonly RegExp[] = [
  /(secret|password|passwd|passphrase|passcode|token|credential|assertion)s?$/i,
  /(api|private|secret|signing|encryption|access|account|master|session)[_-]?keys?$/i,
  /(^pg|^|[_-])(pass|pw|pat)$|[_-]pwd$/i,
  /[a-z](Pass|Pw|Pwd|Pat)$/,
  /(?<!PUBLIC)_KEYS?$/,
];

/** Keys that end like one, and hold names of objects of Kubernetes. */
const namesOfSecrets = /^(existingSecret|imagePullSecrets|pullSecrets)$/;

/** Their last name means other things elsewhere. */
const secretPaths = /(^|\.)(hub\.db\.url|hub\.config\.CryptKeeper\.keys(\.\d+)?|proxy\.https\.manual\.key)$/;

/** Whether what is called so is a secret. */
export const isSecretName = (name: string): boolean =>
  !namesOfSecrets.test(name) && secretNames.some((secret) => secret.test(name));

/** Whether a text is a secret whatever it is called: an address with a password or a token in it, or a private key. */
export const isSecretText = (text: string): boolean =>
  /:\/\/([^/\s:@]*:[^/\s@]+|[^/\s:@]{20,})@/.test(text) ||
  /:\/\/\S*[?&](ssl)?(password|passwd|pwd|token|secret)=[^&\s]/i.test(text) ||
  /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/.test(text);

/** Whether a chart's value at this path is a secret, under these names. */
export const isSecret = (names: readonly string[], path: string, text: string): boolean =>
  names.some(isSecretName) || secretPaths.test(path) || isSecretText(text);
