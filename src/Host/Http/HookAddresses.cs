namespace Flowstate.Host.Http;

/// <summary>
/// Webhooks are told to send to <c>/hooks/…</c>: an address that other people's programs keep for years, whatever module
/// or version of the API answers it today.
/// </summary>
internal static class HookAddresses
{
    private const string Known = "/hooks";
    private const string Answering = "/api/v1/contacts/hooks";

    public static void UseHookAddresses(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments(Known, StringComparison.OrdinalIgnoreCase, out var rest))
                {
                    context.Request.Path = Answering + rest;
                }

                return next(context);
            }
        );
}
