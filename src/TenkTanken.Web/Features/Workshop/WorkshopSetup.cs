using TenkTanken.Content;
using TenkTanken.Web.Features.Following;
using TenkTanken.Web.Hosting.Headers;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Workshop;

public static class WorkshopSetup
{
    public static void AddWorkshop(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Rehearsal>();
        builder.Services.AddSingleton<LiveRooms>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<LiveRooms>());
        builder.Services.AddSingleton<WorkshopToken>();
        builder.Services.AddSingleton<TriedCodes>();
        builder.Services.AddScoped<Entrance>();
        builder.Services.AddScoped<OpenHandler>();
        builder.Services.AddScoped<TrainerHandler>();
        builder.Services.AddScoped<JoinHandler>();
        builder.Services.AddScoped<PhoneHandler>();
    }

    /// <summary>To be used when it is known where a post comes from.</summary>
    public static void UseWorkshop(this WebApplication app)
    {
        app.UsePhonePosts();
        app.UsePhonePages();
    }

    public static void MapWorkshop(this WebApplication app)
    {
        app.MapGet($"{WorkshopAddresses.Streams}/{{token}}", FollowAsync);
        app.MapGet($"/{{LanguageCode}}/{{Slug}}/{Addresses.Room}/{Addresses.Steering}/{{token}}/{WorkshopAddresses.File}", TakeAlong);
    }

    private static IResult TakeAlong(HttpContext context, string token, Entrance entrance, PageContext page) =>
        entrance.Enter(context, token, RoomRole.Trainer)?.Seen is { } seen
            ? Results.File(TotalsFile.Of(seen.Room, page.Words, page.Texts), "text/csv; charset=utf-8", WorkshopAddresses.File)
            : Results.StatusCode(StatusCodes.Status410Gone);

    private static Task FollowAsync(HttpContext context, string token, WorkshopToken tokens, LiveRooms live)
    {
        context.Mark<NotLogged>();
        context.Mark<NotForReaders>();
        if (tokens.Read(token) is { } ticket)
        {
            var screens = live.Find(ticket.Room)?.Screens;

            return (screens is null ? live.Over : ticket.Role == RoomRole.Phone ? screens.Phones : screens.Large).AnswerAsync(context);
        }

        FollowedState.Refuse(context, StatusCodes.Status404NotFound);

        return Task.CompletedTask;
    }
}
