using TenkTanken.Web;
using TenkTanken.Web.Features.Checklist;
using TenkTanken.Web.Features.Checklist.ComeBack;
using TenkTanken.Web.Features.Duties;
using TenkTanken.Web.Features.Editing;
using TenkTanken.Web.Features.Editions;
using TenkTanken.Web.Features.Errors;
using TenkTanken.Web.Features.Following;
using TenkTanken.Web.Features.Practice;
using TenkTanken.Web.Features.Presentation;
using TenkTanken.Web.Features.QuickExit;
using TenkTanken.Web.Features.Reading;
using TenkTanken.Web.Features.Workshop;
using TenkTanken.Web.Hosting.Headers;
using TenkTanken.Web.Hosting.Logging;
using TenkTanken.Web.Hosting.RenderedPages;
using TenkTanken.Web.Hosting.Requests;
using TenkTanken.Web.Hosting.Starting;
using TenkTanken.Web.Layout;

var builder = Application.CreateBuilder(args);
builder.AddLogging();
builder.AddServer();
var settings = builder.AddSettings();
builder.AddContent();
builder.AddDatabase(settings);
builder.AddTokens();
builder.AddPages();
builder.AddRenderedPages();
builder.AddReading();
builder.AddChecklist();
builder.AddComeBack();
builder.AddPractice();
builder.AddDuties();
builder.AddPresentation();
builder.AddWorkshop();
builder.AddEditions();
builder.AddFollowing();
builder.AddEditing(settings);
var app = builder.Build();
app.UseEditors();                 // First: what tells of a proxy is taken away next.
app.UseForwardedHeaders();
app.UseRenderedPages();           // What everybody gets alike, as it was sent before.
app.UseSecurityHeaders();         // First of all that answers: files and errors carry them too.
app.UseRequestLanguage();          // Errors are told in the reader's language.
app.UseRequestLog();
app.UseErrorPages();
app.UseWholeAddresses();
app.UseHead();                    // Before routing, which knows pages by GET and POST only.
app.UseEditing();                 // Before whatever goes by the address: a draft has one below its own.
app.UseTidyAddresses();
app.UseOwnCircuitsOnly();
app.UseRouting();
app.UseReadableForms();
app.UseAntiforgery();             // Our own: where a post comes from, no cookie.
app.UseWorkshop();
app.MapHealth();
app.MapOwnFiles();
app.MapQuickExit();
app.MapPresentation();
app.MapWorkshop();
app.MapStart();
app.MapPages<App>();

return await app.IsReadyAsync() ? await app.RunUntilStoppedAsync() : 1;

/// <summary>Public so that tests can start the site as it is.</summary>
public partial class Program;
