declare module "virtual:keyless-types" {
  const names: string[];
  export default names;
}
