using Microsoft.AspNetCore.Http.HttpResults;
using TenkTanken.Content;
using TenkTanken.Web.Features.Following;
using TenkTanken.Web.Hosting.Headers;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>What is no page: beginning to steer a lesson, and the streams that its screens follow.</summary>
internal static class SteeringSetup
{
    public static void AddSteering(this IServiceCollection services)
    {
        services.AddSingleton<Channels>();
        services.AddSingleton<SteeringToken>();
        services.AddSingleton<TriedWords>();
        services.AddScoped<JoinHandler>();
        services.AddScoped<PresenterHandler>();
        services.AddScoped<Entrance>();
    }

    public static void MapSteering(this WebApplication app)
    {
        app.MapPost($"/{{LanguageCode}}/{{Slug}}/{{LessonSlug}}/{Addresses.Wall}", BeginAsync);
        app.MapGet($"{SteeringAddresses.Streams}/{{token}}", FollowAsync);
    }

    /// <summary>Makes a channel, and leads to the screen for the wall with what was chosen of the lesson.</summary>
    private static async Task BeginAsync(HttpContext context, PageContext page, Channels channels, SteeringToken tokens)
    {
        context.Mark<NotLogged>();
        if (SameOrigin.Says(context.Request) != true)
        {
            context.Mark<RefusedPost>();
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (page.Requested?.Lesson is not { } lesson)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (channels.Begin(lesson) is { } channel)
        {
            var form = await context.Request.ReadFormAsync();
            var query = QueryString.Create(LessonChoices.Of(lesson, field => form[field]).AsFields(lesson)).Value;
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = SteeringAddresses.Wall(lesson, tokens.Write(new Ticket(channel.Id, Role.Wall, lesson.Id)), query ?? "");
        }
        else
        {
            await new RazorComponentResult<SteeringRefusedDocument>(new Dictionary<string, object?> { ["Problem"] = SteeringProblem.Full })
            {
                StatusCode = StatusCodes.Status503ServiceUnavailable,
            }.ExecuteAsync(context);
        }
    }

    private static Task FollowAsync(HttpContext context, string token, ContentLibrary library, Channels channels, SteeringToken tokens)
    {
        context.Mark<NotLogged>();
        context.Mark<NotForReaders>();
        var read = tokens.Read(token);
        var lesson = library.Lessons.Values.First().FirstOrDefault(lesson => lesson.Id == read?.Ticket.Lesson);
        if (read is null || lesson is null)
        {
            FollowedState.Refuse(context, StatusCodes.Status404NotFound);
        }
        else if (read.IsLate)
        {
            FollowedState.Refuse(context, StatusCodes.Status410Gone);
        }
        else
        {
            var told = Position.Read(context.Request.Query[SteeringAddresses.PositionField], lesson) ?? Position.UnknownOf(lesson);
            if (channels.FindOrRecall(read.Ticket, told) is { } channel)
            {
                channel.Hear(told, read.Ticket.Role);

                return (read.Ticket.Role == Role.Presenter ? channel.Presenters : channel.Wall).AnswerAsync(context);
            }

            FollowedState.Refuse(context, StatusCodes.Status503ServiceUnavailable);
        }

        return Task.CompletedTask;
    }
}
