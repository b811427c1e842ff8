/** '520102199003070014' → '520102 19900307 001 4': as on the card, so that it can be compared. */
export function groupedId(value: string): string {
  const plain = value.replaceAll(/\s/g, '');
  const parts = /^(\d{6})(\d{8})(\d{3})([\dXx])$/.exec(plain);
  return parts === null ? value : parts.slice(1).join(' ');
}

/** '13800138000' → '138 0013 8000'. */
export function groupedMobile(value: string): string {
  const parts = /^(\d{3})(\d{4})(\d{4})$/.exec(value.replaceAll(/\s/g, ''));
  return parts === null ? value : parts.slice(1).join(' ');
}
