namespace TenkTanken.Web.Features.Following;

public static class FollowingSetup
{
    public static void AddFollowing(this WebApplicationBuilder builder) => builder.Services.AddSingleton<EventStreams>();
}
