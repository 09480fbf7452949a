namespace TenkTanken.Web.Hosting.Requests;

/// <summary>Reads a posted form before any page does, so that one that cannot be read is the sender's fault and not ours.</summary>
public static class ReadableForms
{
    public static void UseReadableForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && !context.Request.IsOfCircuit() && !await CanReadAsync(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
    });

    private static async Task<bool> CanReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return false;
        }

        try
        {
            await request.ReadFormAsync();
            return true;
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException || (fault is IOException && fault is not BadHttpRequestException))
        {
            // Too many fields, a name or value too long; letters in an encoding nobody reads any more; parts that do not end.
            return false;
        }
    }
}
