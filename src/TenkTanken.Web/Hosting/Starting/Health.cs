using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TenkTanken.Data;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Hosting.Starting;

/// <summary>
/// Two addresses for who runs the site. <c>/health/live</c>: the process answers. <c>/health/ready</c>: pages can be read, and a word for whether something
/// can be saved too; why it cannot stands in the log. Readers are served either way, so both are 200: nobody is to take a site away that can be read.
/// </summary>
public static class Health
{
    private const string Folder = "/health";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<Saving>("saving");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks($"{Folder}/live", Answering(_ => "live", asked: _ => false));
        app.MapHealthChecks($"{Folder}/ready", Answering(report => report.Status == HealthStatus.Healthy ? "ready" : "reading only", asked: _ => true));
    }

    private static HealthCheckOptions Answering(Func<HealthReport, string> word, Func<HealthCheckRegistration, bool> asked) => new()
    {
        Predicate = asked,
        ResponseWriter = (context, report) =>
        {
            // Every few seconds, for ever.
            context.Mark<NotLogged>();
            context.Response.ContentType = "text/plain; charset=utf-8";

            return context.Response.WriteAsync(word(report));
        },
    };

    private sealed class Saving(StorageHealth storage) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await storage.CanSaveAsync() ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
    }
}
