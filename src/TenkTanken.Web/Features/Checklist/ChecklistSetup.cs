using TenkTanken.Content;
using TenkTanken.Web.Features.Reading;

namespace TenkTanken.Web.Features.Checklist;

public static class ChecklistSetup
{
    public static void AddChecklist(this WebApplicationBuilder builder)
    {
        builder.Services.AddPageView<ChecklistView>(PageKind.Checklist, logged: false);
        builder.Services.AddSingleton<SaveToken>();
        builder.Services.AddScoped<ChecklistHandler>();
    }
}
