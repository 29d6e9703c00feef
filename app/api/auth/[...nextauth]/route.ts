// Called by next-auth's own client on the sign-in screen and by the sign-out button.
import { handleAuth } from "@/lib/server/auth/auth-route";

export { handleAuth as GET, handleAuth as POST };
