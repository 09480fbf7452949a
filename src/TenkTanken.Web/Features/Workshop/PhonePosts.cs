using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using TenkTanken.Web.Forms;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>
/// Answers what phones send before a page is drawn: where it leads on, none is. A whole hall sends in the same seconds, and each page that waited
/// for the disk, to be read by nobody, held a quarter of a MiB (measured).
/// </summary>
internal static class PhonePosts
{
    /// <summary>To be used when it is known where a post comes from.</summary>
    public static void UsePhonePosts(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true } && await AnswerAsync(context) is { } address)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = address;
            context.Response.Headers.CacheControl = "no-store";
            return;
        }

        await next(context);
    });

    /// <summary>The address to which it leads. Null: the page shows what came of it, a <see cref="Screen"/> among the features, or was sent nothing.</summary>
    private static async Task<string?> AnswerAsync(HttpContext context)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        if (page != typeof(JoinPage) && page != typeof(PhonePage))
        {
            return null;
        }

        var fields = new FormFields(await context.Request.ReadFormAsync());

        return (page == typeof(JoinPage), fields.Form) switch
        {
            (true, JoinHandler.Form) => await JoinAsync(context, fields),
            (false, PhoneHandler.Form) => await AnswerAsync(context, fields),
            // Of a form nobody knows the framework tells.
            _ => null,
        };
    }

    private static async Task<string?> JoinAsync(HttpContext context, FormFields fields)
    {
        context.Mark<NotLogged>();
        var language = context.RequestServices.GetRequiredService<PageContext>().Language;
        var screen = await context.RequestServices.GetRequiredService<JoinHandler>().AnswerAsync(fields, language);
        context.Features.Set(screen);

        return screen.Phone;
    }

    private static async Task<string?> AnswerAsync(HttpContext context, FormFields fields)
    {
        var token = context.GetRouteValue("Token") as string ?? "";
        if (context.RequestServices.GetRequiredService<Entrance>().Enter(context, token, RoomRole.Phone) is not { Seen: { } seen } entered)
        {
            return null;
        }

        var screen = await context.RequestServices.GetRequiredService<PhoneHandler>().AnswerAsync(fields, entered.Ticket, seen.Room);
        context.Features.Set(screen);

        return screen.Status == StatusCodes.Status303SeeOther
            ? WorkshopAddresses.Phone(context.RequestServices.GetRequiredService<PageContext>().Language, token)
            : null;
    }
}
