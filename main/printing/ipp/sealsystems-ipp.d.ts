declare module '@sealsystems/ipp' {
  type Attributes = Record<string, unknown>;
  interface Request {
    version: string;
    operation: string;
    id: number;
    'operation-attributes-tag': Attributes;
    'job-attributes-tag'?: Attributes;
    data?: Buffer;
  }
  const ipp: {
    /** Leaves out attributes it does not know. */
    serialize(request: Request): Buffer;
    /** Throws on what is no IPP. */
    parse(bytes: Buffer): unknown;
  };
  export default ipp;
}
