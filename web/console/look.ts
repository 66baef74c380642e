/** A directive that sets custom properties and sizes from script: an attribute `style` is what a strict CSP refuses, and styleMap begins with one. */
import { nothing } from "lit";
import { Directive, directive, type ElementPart, PartType, type PartInfo } from "lit/directive.js";

class Look extends Directive {
  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new TypeError("look stands at an element");
  }

  override render(_: Readonly<Record<string, string>>): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [properties]: [Readonly<Record<string, string>>]): typeof nothing {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) {
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
    }
    return nothing;
  }
}

/** `<span ${look({ "--level": "#ff0000" })}>`; a value that is no value of the property is passed over by the browser. */
export const look = directive(Look);
