/** What a thing is, without what differs from run to run: ids, made-up names, revisions of releases. */
const kind = (thing: string): string =>
  thing
    .replace(/ (fs|fsmt|fsap|sg|sgr|a)-\w+$/, "")
    .replace(/^(role .*)-[0-9a-f]{7}$/, "$1")
    .replace(/(\/sh\.helm\.release\.v1\..*)\.v\d+$/, "$1")
    .replace(/^(Pod [^ ]*?)(-[a-z0-9]{8,10})?-[a-z0-9]{5}$/, "$1")
    .replace(/(PersistentVolume \/pvc-).*/, "$1");

/** Of pods and of a release's revisions there may be several for a while. */
const severalMayBe = /^Pod |\/sh\.helm\.release\./;

/** What one list has and the other has not, by kind and number. */
export function difference(now: readonly string[], before: readonly string[]): string[] {
  const [found, wanted] = [now, before].map((list) => list.map(kind).sort()) as [string[], string[]];
  const missing = [...wanted];
  const more = found.filter((thing) => {
    const at = missing.indexOf(thing);
    if (at !== -1) missing.splice(at, 1);
    return at === -1 && !(severalMayBe.test(thing) && wanted.includes(thing));
  });
  const fewer = missing.filter((thing) => !(severalMayBe.test(thing) && found.includes(thing)));
  return [...more.map((thing) => `more: ${thing}`), ...fewer.map((thing) => `fewer: ${thing}`)];
}
