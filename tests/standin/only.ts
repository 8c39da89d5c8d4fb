/** Gives exactly these members of a module; anything else throws, so that Konter cannot come to use what the stand-in lacks. */
export const only = <Parts extends object>(name: string, parts: Parts): Parts =>
  new Proxy(parts, {
    get: (target, key) => {
      if (Reflect.has(target, key) || typeof key === 'symbol') {
        const member: unknown = Reflect.get(target, key)
        // Methods with private fields need their own object as `this`; classes must stay as they are.
        return typeof member === 'function' && !Object.hasOwn(member, 'prototype') ? member.bind(target) : member
      }
      // Asked by module loaders and by `await`, of any object.
      if (key === 'then' || key === '__esModule' || key === 'default' || key === 'toJSON') return undefined
      throw new Error(`The stand-in has no ${name}.${key}; add it to tests/standin if Konter needs it`)
    },
  })
