using Microsoft.AspNetCore.Components.Endpoints;
using TenkTanken.Content;
using TenkTanken.Web.Hosting.Headers;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Workshop;

/// <summary>
/// What a whole hall is shown before it has answered, and differs only by whose it is: the page to join, and what is asked. A page that is kept
/// takes a fraction of what drawing one takes, and a hall asks for all in the same seconds.
/// </summary>
internal static class PhonePages
{
    /// <summary>To be used when it is known which page is asked for.</summary>
    public static void UsePhonePages(this WebApplication app)
    {
        var join = new KeptPages();
        app.Use((context, draw) => AnswerAsync(context, draw, join));
    }

    private static Task AnswerAsync(HttpContext context, RequestDelegate draw, KeptPages join)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        // With a question mark in its address a page is not as others see it.
        var isAsOthersSeeIt = HttpMethods.IsGet(context.Request.Method) && !context.Request.QueryString.HasValue;

        return isAsOthersSeeIt && page == typeof(JoinPage) ? JoinAsync(context, draw, join)
            : isAsOthersSeeIt && page == typeof(PhonePage) ? PhoneAsync(context, draw)
            : draw(context);
    }

    private static Task JoinAsync(HttpContext context, RequestDelegate draw, KeptPages kept)
    {
        context.Mark<NotLogged>();
        var screen = JoinScreen.First();
        context.Features.Set(screen);

        return kept.AnswerAsync(context, Kind(context), Library(context), screen.Participant, draw);
    }

    private static async Task PhoneAsync(HttpContext context, RequestDelegate draw)
    {
        var token = context.GetRouteValue("Token") as string ?? "";
        var seen = await context.RequestServices.GetRequiredService<Entrance>().EnterPhoneAsync(context, token);
        context.Features.Set(seen);
        if (seen is not { Entered.Seen: { } room, Answered: null })
        {
            await draw(context);
            return;
        }

        context.Mark<FollowingPage>();
        await room.Screens.Pages.AnswerAsync(context, Kind(context), (Library(context), room.PhoneVersion), token, draw);
    }

    private static ContentLibrary Library(HttpContext context) => context.RequestServices.GetRequiredService<ContentLibrary>();

    /// <summary>Over plain http it is said that the network can read along.</summary>
    private static string Kind(HttpContext context) =>
        $"{context.RequestServices.GetRequiredService<PageContext>().Language.Code} {context.Request.IsHttps}";
}
