using TenkTanken.Content;
using TenkTanken.Web.Features.Reading;

namespace TenkTanken.Web.Features.Checklist.ComeBack;

public static class ComeBackSetup
{
    public static void AddComeBack(this WebApplicationBuilder builder)
    {
        builder.Services.AddPageView<ComeBackView>(PageKind.ComeBack, logged: false);
        builder.Services.AddSingleton<OpenedToken>();
        builder.Services.AddSingleton<FailedLookUps>();
        builder.Services.AddScoped<ComeBackHandler>();
    }
}
