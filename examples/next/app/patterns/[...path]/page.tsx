import { connection } from 'next/server';
import { socketUrl } from '../../far-end.ts';
import { Pattern } from './Pattern.tsx';

export default async function Page({ params }: { params: Promise<{ path: string[] }> }) {
  await connection();
  const path = (await params).path.join('/');
  return <Pattern path={path} url={socketUrl(`/patterns/${path}`)} />;
}
