var e=Object.defineProperty,t=(e,t,n)=>()=>{if(n)throw n[0];try{return e&&(t=e(e=0)),t}catch(e){throw n=[e],e}},n=(t,n)=>{let r={};for(var i in t)e(r,i,{get:t[i],enumerable:!0});return n||e(r,Symbol.toStringTag,{value:`Module`}),r},r=()=>({checkValidity(e){let t=e.input,n={message:``,isValid:!0,invalidKeys:[]};if(!t)return n;let r=!0;if(`checkValidity`in t&&(r=t.checkValidity()),r)return n;if(n.isValid=!1,`validationMessage`in t&&(n.message=t.validationMessage),!(`validity`in t))return n.invalidKeys.push(`customError`),n;for(let e in t.validity){if(e===`valid`)continue;let r=e;t.validity[r]&&n.invalidKeys.push(r)}return n}}),i=class extends Event{constructor(){super(`wa-invalid`,{bubbles:!0,cancelable:!1,composed:!0})}},a=Object.defineProperty,o=Object.getOwnPropertyDescriptor,s=e=>{throw TypeError(e)},c=(e,t,n,r)=>{for(var i,s=r>1?void 0:r?o(t,n):t,c=e.length-1;c>=0;c--)(i=e[c])&&(s=(r?i(t,n,s):i(s))||s);return r&&s&&a(t,n,s),s},l=(e,t,n)=>t.has(e)||s(`Cannot `+n),u=globalThis,d=u.ShadowRoot&&(u.ShadyCSS===void 0||u.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,f=Symbol(),p=new WeakMap,m=class{constructor(e,t,n){if(this._$cssResult$=!0,n!==f)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(d&&e===void 0){let n=t!==void 0&&t.length===1;n&&(e=p.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),n&&p.set(t,e))}return e}toString(){return this.cssText}},h=(e,...t)=>new m(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,f),g=d?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return(e=>new m(typeof e==`string`?e:e+``,void 0,f))(t)})(e):e,{is:_,defineProperty:v,getOwnPropertyDescriptor:y,getOwnPropertyNames:b,getOwnPropertySymbols:x,getPrototypeOf:S}=Object,C=globalThis,w=C.trustedTypes,ee=w?w.emptyScript:``,te=C.reactiveElementPolyfillSupport,T={toAttribute(e,t){switch(t){case Boolean:e=e?ee:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},E=(e,t)=>!_(e,t),D={attribute:!0,type:String,converter:T,reflect:!1,useDefault:!1,hasChanged:E};Symbol.metadata??=Symbol(`metadata`),C.litPropertyMetadata??=new WeakMap;var ne=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=D){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&v(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=y(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??D}static _$Ei(){if(this.hasOwnProperty(`elementProperties`))return;let e=S(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(`finalized`))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(`properties`)){let e=this.properties,t=[...b(e),...x(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(g(e))}else e!==void 0&&t.push(g(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return((e,t)=>{if(d)e.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let n of t){let t=document.createElement(`style`),r=u.litNonce;r!==void 0&&t.setAttribute(`nonce`,r),t.textContent=n.cssText,e.appendChild(t)}})(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?T:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?T:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??E)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};ne.elementStyles=[],ne.shadowRootOptions={mode:`open`},ne.elementProperties=new Map,ne.finalized=new Map,te?.({ReactiveElement:ne}),(C.reactiveElementVersions??=[]).push(`2.1.2`);var re=globalThis,ie=e=>e,O=re.trustedTypes,ae=O?O.createPolicy(`lit-html`,{createHTML(e){return e}}):void 0,oe=`lit$${Math.random().toFixed(9).slice(2)}$`,se=`?`+oe,ce=`<${se}>`,le=document,ue=()=>le.createComment(``),de=e=>e===null||typeof e!=`object`&&typeof e!=`function`,k=Array.isArray,fe=e=>k(e)||typeof e?.[Symbol.iterator]==`function`,A=`[ 	
\f\r]`,pe=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,me=/-->/g,he=/>/g,ge=RegExp(`>|${A}(?:([^\\s"'>=/]+)(${A}*=${A}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),_e=/'/g,ve=/"/g,ye=/^(?:script|style|textarea|title)$/i,be=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),j=be(1),xe=be(2),Se=Symbol.for(`lit-noChange`),M=Symbol.for(`lit-nothing`),Ce=new WeakMap,we=le.createTreeWalker(le,129);function Te(e,t){if(!k(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ae===void 0?t:ae.createHTML(t)}var Ee=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=pe;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===pe?c[1]===`!--`?o=me:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=ge):(ye.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=ge):o=he:o===ge?c[0]===`>`?(o=i??pe,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?ge:c[3]===`"`?ve:_e):o===ve||o===_e?o=ge:o===me||o===he?o=pe:(o=ge,i=void 0);let d=o===ge&&e[t+1].startsWith(`/>`)?` `:``;a+=o===pe?n+ce:l>=0?(r.push(s),n.slice(0,l)+`$lit$`+n.slice(l)+oe+d):n+oe+(l===-2?t:d)}return[Te(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},De=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Ee(t,n);if(this.el=e.createElement(l,r),we.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=we.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(`$lit$`)){let t=u[o++],n=i.getAttribute(e).split(oe),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Ae:r[1]===`?`?je:r[1]===`@`?Me:ke}),i.removeAttribute(e)}else e.startsWith(oe)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(ye.test(i.tagName)){let e=i.textContent.split(oe),t=e.length-1;if(t>0){i.textContent=O?O.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],ue()),we.nextNode(),c.push({type:2,index:++a});i.append(e[t],ue())}}}else if(i.nodeType===8){if(i.data===se)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(oe,e+1))!==-1;)c.push({type:7,index:a}),e+=oe.length-1}}a++}}static createElement(e,t){let n=le.createElement(`template`);return n.innerHTML=e,n}};function N(e,t,n=e,r){if(t===Se)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=de(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=N(e,i._$AS(e,t.values),i,r)),t}var P=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??le).importNode(t,!0);we.currentNode=r;let i=we.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Oe(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Ne(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=we.nextNode(),a++)}return we.currentNode=le,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Oe=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=M,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=N(this,e,t),de(e)?e===M||e==null||e===``?(this._$AH!==M&&this._$AR(),this._$AH=M):e!==this._$AH&&e!==Se&&this._(e):e._$litType$===void 0?e.nodeType===void 0?fe(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==M&&de(this._$AH)?this._$AA.nextSibling.data=e:this.T(le.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=De.createElement(Te(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new P(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=Ce.get(e.strings);return t===void 0&&Ce.set(e.strings,t=new De(e)),t}k(t){k(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(ue()),this.O(ue()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=ie(e).nextSibling;ie(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},ke=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=M,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=M}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=N(this,e,t,0),a=!de(e)||e!==this._$AH&&e!==Se,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=N(this,r[n+o],t,o),s===Se&&(s=this._$AH[o]),a||=!de(s)||s!==this._$AH[o],s===M?e=M:e!==M&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===M?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Ae=class extends ke{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===M?void 0:e}},je=class extends ke{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==M)}},Me=class extends ke{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=N(this,e,t,0)??M)===Se)return;let n=this._$AH,r=e===M&&n!==M||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==M&&(n===M||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ne=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){N(this,e)}},Pe={M:`$lit$`,P:oe,A:se,C:1,L:Ee,R:P,D:fe,V:N,I:Oe,H:ke,N:je,U:Me,B:Ae,F:Ne},Fe=re.litHtmlPolyfillSupport;Fe?.(De,Oe),(re.litHtmlVersions??=[]).push(`3.3.3`);var Ie=globalThis,Le=class extends ne{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=((e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Oe(t.insertBefore(ue(),e),e,void 0,n??{})}return i._$AI(e),i})(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return Se}};Le._$litElement$=!0,Le.finalized=!0,Ie.litElementHydrateSupport?.({LitElement:Le});var Re=Ie.litElementPolyfillSupport;Re?.({LitElement:Le}),(Ie.litElementVersions??=[]).push(`4.2.2`);var ze=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},Be={attribute:!0,type:String,converter:T,reflect:!1,hasChanged:E},Ve=(e=Be,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function F(e){return(t,n)=>typeof n==`object`?Ve(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function He(e){return F({...e,state:!0,attribute:!1})}var Ue=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function We(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Ue(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Ue(n,r,{get(){return a(this)}})}}var Ge,Ke=h`
  :host {
    box-sizing: border-box;
  }

  :host *,
  :host *::before,
  :host *::after {
    box-sizing: inherit;
  }

  [hidden],
  :host([hidden]) {
    display: none !important;
  }
`,qe=/;\s+$/;function Je(e){return e.replace(/[A-Z]/g,e=>`-`+e.toLowerCase())}function Ye(e){let{property:t,value:n,element:r}=e;if(n){let e=r.getAttribute(`style`)||``;e&&(e.match(qe)||(e+=`;`),e+=` `);let i=`${t}: ${n}`;return e.includes(i)?void 0:`${e}${i};`}return null}var Xe=class extends Le{constructor(){var e;super(),(e=Ge).has(this)?s(`Cannot add the same private member more than once`):e instanceof WeakSet?e.add(this):e.set(this,!1),this.initialReflectedProperties=new Map,this.didSSR=!!this.shadowRoot,this.customStates={set:(e,t)=>{if(this.internals?.states)try{t?this.internals.states.add(e):this.internals.states.delete(e)}catch(e){if(!(e+``).includes(`must start with '--'`))throw e;console.error(`Your browser implements an outdated version of CustomStateSet. Consider using a polyfill`)}},has:e=>{if(!this.internals?.states)return!1;try{return this.internals.states.has(e)}catch{return!1}}};try{this.internals=this.attachInternals()}catch{console.error(`Element internals are not supported in your browser. Consider using a polyfill`)}this.customStates.set(`wa-defined`,!0);let t=this.constructor;for(let[e,n]of t.elementProperties)n.default===`inherit`&&n.initial!==void 0&&typeof e==`string`&&this.customStates.set(`initial-${e}-${n.initial}`,!0)}static get styles(){return[Ke,...Array.isArray(this.css)?this.css:this.css?[this.css]:[]]}connectedCallback(){super.connectedCallback(),this.didSSR||this.shadowRoot?.prepend(document.createComment(` Web Awesome: https://webawesome.com/docs/components/${this.localName.replace(`wa-`,``)} `)),this.didSSR&&this.updateComplete.then(()=>{this.shadowRoot?.prepend(document.createComment(` Web Awesome: https://webawesome.com/docs/components/${this.localName.replace(`wa-`,``)} `))})}attributeChangedCallback(e,t,n){var r;l(this,r=Ge,`read from private field`),r.get(this)||(this.constructor.elementProperties.forEach((e,t)=>{e.reflect&&this[t]!=null&&this.initialReflectedProperties.set(t,this[t])}),((e,t)=>{l(e,t,`write to private field`),t.set(e,!0)})(this,Ge)),super.attributeChangedCallback(e,t,n)}willUpdate(e){super.willUpdate(e),this.initialReflectedProperties.forEach((t,n)=>{e.has(n)&&this[n]==null&&(this[n]=t)})}firstUpdated(e){super.firstUpdated(e),this.didSSR&&this.shadowRoot?.querySelectorAll(`slot`).forEach(e=>{e.dispatchEvent(new Event(`slotchange`,{bubbles:!0,composed:!1,cancelable:!1}))})}update(e){try{super.update(e)}catch(e){if(this.didSSR&&!this.hasUpdated){let t=new Event(`lit-hydration-error`,{bubbles:!0,composed:!0,cancelable:!1});t.error=e,this.dispatchEvent(t)}throw e}}setStyle(e,t){if(this.style)this.style[e]=t;else{let n=Ye({property:Je(e),value:t,element:this});n&&this.setAttribute(`style`,n)}}setStyleProperty(e,t){if(this.style)this.style.setProperty(e,t);else{let n=Ye({property:e,value:t,element:this});n&&this.setAttribute(`style`,n)}}relayNativeEvent(e,t){e.stopImmediatePropagation(),this.dispatchEvent(new e.constructor(e.type,{...e,...t}))}};Ge=new WeakMap,c([F()],Xe.prototype,`dir`,2),c([F()],Xe.prototype,`lang`,2),c([F({type:Boolean,reflect:!0,attribute:`did-ssr`})],Xe.prototype,`didSSR`,2);var Ze=class extends Xe{constructor(){super(),this.name=null,this.disabled=!1,this.required=!1,this.assumeInteractionOn=[`input`],this.validators=[],this.valueHasChanged=!1,this.hasInteracted=!1,this.customError=null,this.emittedEvents=[],this.emitInvalid=e=>{e.target===this&&(this.hasInteracted=!0,this.dispatchEvent(new i))},this.handleInteraction=e=>{let t=this.emittedEvents;t.includes(e.type)||t.push(e.type),t.length===this.assumeInteractionOn?.length&&(this.hasInteracted=!0)},`addEventListener`in this&&this.addEventListener(`invalid`,this.emitInvalid)}static get validators(){return[{observedAttributes:[`custom-error`],checkValidity(e){let t={message:``,isValid:!0,invalidKeys:[]};return e.customError&&(t.message=e.customError,t.isValid=!1,t.invalidKeys=[`customError`]),t}}]}static get observedAttributes(){let e=new Set(super.observedAttributes||[]);for(let t of this.validators)if(t.observedAttributes)for(let n of t.observedAttributes)e.add(n);return[...e]}connectedCallback(){super.connectedCallback(),this.didSSR&&!this.hasUpdated?this.updateComplete.then(()=>{this.updateValidity()}):this.updateValidity(),this.assumeInteractionOn.forEach(e=>{this.addEventListener?.(e,this.handleInteraction)})}firstUpdated(...e){super.firstUpdated(...e),this.updateValidity()}willUpdate(e){if(e.has(`customError`)&&(this.customError||=null,this.setCustomValidity(this.customError||``)),e.has(`value`)||e.has(`disabled`)||e.has(`defaultValue`)){let e=this.value;this.updateFormValue(e)}e.has(`disabled`)&&(this.customStates.set(`disabled`,this.disabled),!this.hasAttribute(`disabled`)&&this.matches(`:disabled`)||this.toggleAttribute(`disabled`,this.disabled)),super.willUpdate(e),this.didSSR&&!this.hasUpdated?this.updateComplete.then(()=>this.updateValidity()):this.updateValidity()}updateFormValue(e){if(Array.isArray(e)){if(this.name){let t=new FormData;for(let n of e)t.append(this.name,n);this.setValue(t,t)}}else this.setValue(e,e)}get labels(){return this.internals.labels}getForm(){return this.internals.form}set form(e){e?this.setAttribute(`form`,e):this.removeAttribute(`form`)}get form(){return this.internals.form}get validity(){return this.internals.validity}get willValidate(){return this.internals.willValidate}get validationMessage(){return this.internals.validationMessage}checkValidity(){return this.updateValidity(),this.internals.checkValidity()}reportValidity(){return this.updateValidity(),this.hasInteracted=!0,this.internals.reportValidity()}get validationTarget(){return this.input||void 0}setValidity(...e){let t=e[0],n=e[1],r=e[2];r||=this.validationTarget,this.internals.setValidity(t,n,r||void 0),this.requestUpdate(`validity`),this.setCustomStates()}setCustomStates(){let e=!!this.required,t=this.internals.validity.valid,n=this.hasInteracted;this.customStates.set(`required`,e),this.customStates.set(`optional`,!e),this.customStates.set(`invalid`,!t),this.customStates.set(`valid`,t),this.customStates.set(`user-invalid`,!t&&n),this.customStates.set(`user-valid`,t&&n)}setCustomValidity(e){if(!e)return this.customError=null,void this.setValidity({});this.customError=e,this.setValidity({customError:!0},e,this.validationTarget)}formResetCallback(){this.resetValidity(),this.hasInteracted=!1,this.valueHasChanged=!1,this.emittedEvents=[],this.updateValidity()}formDisabledCallback(e){this.disabled=e,this.updateValidity()}formStateRestoreCallback(e,t){this.didSSR&&!this.hasUpdated?this.updateComplete.then(()=>{this.value=e,t===`restore`&&this.resetValidity(),this.updateValidity()}):(this.value=e,t===`restore`&&this.resetValidity(),this.updateValidity())}setValue(...e){let[t,n]=e;this.internals.setFormValue(t,n)}get allValidators(){return[...this.constructor.validators||[],...this.validators||[]]}resetValidity(){this.setCustomValidity(``),this.setValidity({})}updateValidity(){if(this.disabled||this.hasAttribute(`disabled`)||!this.willValidate)return void this.resetValidity();let e=this.allValidators;if(!e?.length)return;let t={customError:!!this.customError},n=this.validationTarget||this.input||void 0,r=``;for(let n of e){let{isValid:e,message:i,invalidKeys:a}=n.checkValidity(this);e||(r||=i,a?.length>=0&&a.forEach(e=>t[e]=!0))}r||=this.validationMessage,this.setValidity(t,r,n)}};Ze.formAssociated=!0,c([F({reflect:!0})],Ze.prototype,`name`,2),c([F({type:Boolean})],Ze.prototype,`disabled`,2),c([F({state:!0,attribute:!1})],Ze.prototype,`valueHasChanged`,2),c([F({state:!0,attribute:!1})],Ze.prototype,`hasInteracted`,2),c([F({attribute:`custom-error`,reflect:!0})],Ze.prototype,`customError`,2),c([F({attribute:!1,state:!0,type:Object})],Ze.prototype,`validity`,1);var Qe={small:`s`,medium:`m`,large:`l`},$e=new Set;function et(e,t){t in Qe&&!$e.has(`${e}:${t}`)&&($e.add(`${e}:${t}`),console.warn(`[${e}] size="${t}" is deprecated. Use size="${Qe[t]}" instead. The long-form value will be removed in the next major version.`))}var tt=class{constructor(e,...t){this.slotNames=[],this.handleSlotChange=e=>{let t=e.target;(this.slotNames.includes(`[default]`)&&!t.name||t.name&&this.slotNames.includes(t.name))&&this.host.requestUpdate()},(this.host=e).addController(this),this.slotNames=t}hasDefaultSlot(){return!!this.host.childNodes&&[...this.host.childNodes].some(e=>{if(e.nodeType===Node.TEXT_NODE&&e.textContent.trim()!==``)return!0;if(e.nodeType===Node.ELEMENT_NODE){let t=e;if(t.tagName.toLowerCase()===`wa-visually-hidden`)return!1;if(!t.hasAttribute(`slot`))return!0}return!1})}hasNamedSlot(e){return this.host.querySelector?.(`:scope > [slot="${e}"]`)!==null}test(e,t){return t&&this.host.didSSR&&!this.host.hasUpdated?!!this.host[t]:e===`[default]`?this.hasDefaultSlot():this.hasNamedSlot(e)}hostConnected(){let e=this.host.shadowRoot;e&&`addEventListener`in e&&e.addEventListener(`slotchange`,this.handleSlotChange)}hostDisconnected(){let e=this.host.shadowRoot;e&&`removeEventListener`in e&&e.removeEventListener(`slotchange`,this.handleSlotChange)}},nt=h`
  :host([size='xs']) {
    font-size: var(--wa-font-size-xs);
  }

  :host([size='s']),
  :host([size='small']) {
    font-size: var(--wa-font-size-s);
  }

  :host([size='m']),
  :host([size='medium']) {
    font-size: var(--wa-font-size-m);
  }

  :host([size='l']),
  :host([size='large']) {
    font-size: var(--wa-font-size-l);
  }

  :host([size='xl']) {
    font-size: var(--wa-font-size-xl);
  }
`,rt=h`
  @layer wa-component {
    :host {
      display: inline-block;

      /* Workaround because Chrome doesn't like :host(:has()) below
       * https://issues.chromium.org/issues/40062355
       * Firefox doesn't like this nested rule, so both are needed */
      &:has(wa-badge) {
        position: relative;
      }
    }

    /* Apply relative positioning only when needed to position wa-badge
     * This avoids creating a new stacking context for every button */
    :host(:has(wa-badge)) {
      position: relative;
    }
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    text-decoration: none;
    user-select: none;
    -webkit-user-select: none;
    white-space: nowrap;
    vertical-align: middle;
    transition-property: background, border, box-shadow, color, opacity, transform;
    transition-duration: var(--wa-transition-fast);
    transition-timing-function: var(--wa-transition-easing);
    transform-origin: center;
    cursor: pointer;
    padding: 0 var(--wa-form-control-padding-inline);
    font-family: inherit;
    font-size: inherit;
    font-weight: var(--wa-font-weight-action);
    height: var(--wa-form-control-height);
    width: 100%;

    background-color: var(--wa-color-fill-loud, var(--wa-color-neutral-fill-loud));

    border-color: transparent;
    color: var(--wa-color-on-loud, var(--wa-color-neutral-on-loud));
    border-start-start-radius: var(--_button-start-start-radius, var(--wa-form-control-border-radius));
    border-start-end-radius: var(--_button-start-end-radius, var(--wa-form-control-border-radius));
    border-end-start-radius: var(--_button-end-start-radius, var(--wa-form-control-border-radius));
    border-end-end-radius: var(--_button-end-end-radius, var(--wa-form-control-border-radius));
    border-style: var(--wa-form-control-border-style);
    border-width: var(--wa-form-control-border-width);
  }

  /* Hover and active transforms */
  .button:not(.disabled):not(.loading) {
    @media (hover: hover) {
      &:hover {
        transform: var(--wa-button-transform-hover);
      }
    }
    &:active {
      transform: var(--wa-button-transform-active);
    }

    @media (prefers-reduced-motion: reduce) {
      &:hover,
      &:active {
        transform: none;
      }
    }
  }

  /* Appearance modifiers */
  :host([appearance='plain']) {
    /* Indentation overrides for grouping */
    margin-inline-start: var(--_button-horizontal-indent);
    margin-block-start: var(--_button-vertical-indent);

    .button {
      color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
      background-color: transparent;
      border-color: transparent;
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
        background-color: var(--wa-color-fill-quiet, var(--wa-color-neutral-fill-quiet));
      }
    }
    .button:not(.disabled):not(.loading):active {
      color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-quiet, var(--wa-color-neutral-fill-quiet)),
        var(--wa-color-mix-active)
      );
    }
  }

  :host([appearance='outlined']) {
    /* Indentation overrides for grouping outlined */
    margin-inline-start: var(--_button-horizontal-indent-outlined);
    margin-block-start: var(--_button-vertical-indent-outlined);

    .button {
      color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
      background-color: transparent;
      border-color: var(--wa-color-border-loud, var(--wa-color-neutral-border-loud));
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
        background-color: var(--wa-color-fill-quiet, var(--wa-color-neutral-fill-quiet));
      }
    }
    .button:not(.disabled):not(.loading):active {
      color: var(--wa-color-on-quiet, var(--wa-color-neutral-on-quiet));
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-quiet, var(--wa-color-neutral-fill-quiet)),
        var(--wa-color-mix-active)
      );
    }
  }

  :host([appearance='filled']) {
    /* Indentation overrides for grouping */
    margin-inline-start: var(--_button-horizontal-indent);
    margin-block-start: var(--_button-vertical-indent);

    .button {
      color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
      background-color: var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal));
      border-color: transparent;
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
        background-color: color-mix(
          in oklab,
          var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal)),
          var(--wa-color-mix-hover)
        );
      }
    }
    .button:not(.disabled):not(.loading):active {
      color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal)),
        var(--wa-color-mix-active)
      );
    }
  }

  :host([appearance='filled-outlined']) {
    /* Indentation overrides for grouping outlined */
    margin-inline-start: var(--_button-horizontal-indent-outlined);
    margin-block-start: var(--_button-vertical-indent-outlined);

    .button {
      color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
      background-color: var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal));
      border-color: var(--wa-color-border-normal, var(--wa-color-neutral-border-normal));
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
        background-color: color-mix(
          in oklab,
          var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal)),
          var(--wa-color-mix-hover)
        );
      }
    }
    .button:not(.disabled):not(.loading):active {
      color: var(--wa-color-on-normal, var(--wa-color-neutral-on-normal));
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-normal, var(--wa-color-neutral-fill-normal)),
        var(--wa-color-mix-active)
      );
    }
  }

  :host([appearance='accent']) {
    /* Indentation overrides for grouping */
    margin-inline-start: var(--_button-horizontal-indent);
    margin-block-start: var(--_button-vertical-indent);

    .button {
      color: var(--wa-color-on-loud, var(--wa-color-neutral-on-loud));
      background-color: var(--wa-color-fill-loud, var(--wa-color-neutral-fill-loud));
      border-color: transparent;
    }
    @media (hover: hover) {
      .button:not(.disabled):not(.loading):hover {
        background-color: color-mix(
          in oklab,
          var(--wa-color-fill-loud, var(--wa-color-neutral-fill-loud)),
          var(--wa-color-mix-hover)
        );
      }
    }
    .button:not(.disabled):not(.loading):active {
      background-color: color-mix(
        in oklab,
        var(--wa-color-fill-loud, var(--wa-color-neutral-fill-loud)),
        var(--wa-color-mix-active)
      );
    }
  }

  /* Focus states */
  .button:focus {
    outline: none;
  }

  .button:focus-visible {
    outline: var(--wa-focus-ring);
    outline-offset: var(--wa-focus-ring-offset);
  }

  /* Disabled state */
  :host([disabled]) {
    opacity: 0.5;
    cursor: not-allowed;

    /* When disabled, prevent mouse events from bubbling up from children */
    .button {
      pointer-events: none;
    }
  }

  /* Keep it last so Safari doesn't stop parsing this block */
  .button::-moz-focus-inner {
    border: 0;
  }

  /* Icon buttons */
  .button.is-icon-button {
    outline-offset: 2px;
    width: var(--wa-form-control-height);
    aspect-ratio: 1;
  }

  /* Icon buttons with a caret need to grow to fit both the icon and the caret */
  .button.is-icon-button.caret {
    width: auto;
    aspect-ratio: auto;
    min-width: var(--wa-form-control-height);
  }

  /* Pill modifier */
  :host([pill]) .button {
    border-start-start-radius: var(--_button-start-start-radius, var(--wa-border-radius-pill));
    border-start-end-radius: var(--_button-start-end-radius, var(--wa-border-radius-pill));
    border-end-start-radius: var(--_button-end-start-radius, var(--wa-border-radius-pill));
    border-end-end-radius: var(--_button-end-end-radius, var(--wa-border-radius-pill));
  }

  /*
   * Label
   */

  .start,
  .end {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
    pointer-events: none;
  }

  .label {
    display: inline-block;
  }

  .is-icon-button .label {
    display: flex;
    justify-content: center;
  }

  .label::slotted(wa-icon) {
    align-self: center;
  }

  /*
   * Caret modifier
   */

  wa-icon[part='caret'] {
    display: flex;
    align-self: center;
    align-items: center;

    &::part(svg) {
      width: 0.875em;
      height: 0.875em;
    }

    .button:has(&) .end {
      display: none;
    }
  }

  /*
   * Loading modifier
   */

  .loading {
    position: relative;
    cursor: wait;

    .start,
    .label,
    .end,
    .caret {
      /* Hidden with opacity, not visibility, so the label stays in the accessibility tree */
      opacity: 0;

      /* Unlike visibility: hidden, opacity leaves the content clickable */
      pointer-events: none;
    }

    wa-spinner {
      --indicator-color: currentColor;
      --track-color: color-mix(in oklab, currentColor, transparent 90%);

      position: absolute;
      font-size: 1em;
      height: 1em;
      width: 1em;
      top: calc(50% - 0.5em);
      left: calc(50% - 0.5em);
    }
  }

  /*
   * Badges
   */

  .button ::slotted(wa-badge) {
    border-color: var(--wa-color-surface-default);
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    translate: 50% -50%;
    pointer-events: none;
  }

  :host(:dir(rtl)) ::slotted(wa-badge) {
    translate: -50% -50%;
  }

  /*
  * Button spacing
  */

  slot[name='start']::slotted(*) {
    margin-inline-end: 0.75em;
  }

  slot[name='end']::slotted(*),
  .button:not(.visually-hidden-label) [part='caret'] {
    margin-inline-start: 0.75em;
  }
`,it=h`
  :where(:root),
  .wa-neutral,
  :host([variant='neutral']) {
    --wa-color-fill-loud: var(--wa-color-neutral-fill-loud);
    --wa-color-fill-normal: var(--wa-color-neutral-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-neutral-fill-quiet);
    --wa-color-border-loud: var(--wa-color-neutral-border-loud);
    --wa-color-border-normal: var(--wa-color-neutral-border-normal);
    --wa-color-border-quiet: var(--wa-color-neutral-border-quiet);
    --wa-color-on-loud: var(--wa-color-neutral-on-loud);
    --wa-color-on-normal: var(--wa-color-neutral-on-normal);
    --wa-color-on-quiet: var(--wa-color-neutral-on-quiet);
  }

  .wa-brand,
  :host([variant='brand']) {
    --wa-color-fill-loud: var(--wa-color-brand-fill-loud);
    --wa-color-fill-normal: var(--wa-color-brand-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-brand-fill-quiet);
    --wa-color-border-loud: var(--wa-color-brand-border-loud);
    --wa-color-border-normal: var(--wa-color-brand-border-normal);
    --wa-color-border-quiet: var(--wa-color-brand-border-quiet);
    --wa-color-on-loud: var(--wa-color-brand-on-loud);
    --wa-color-on-normal: var(--wa-color-brand-on-normal);
    --wa-color-on-quiet: var(--wa-color-brand-on-quiet);
  }

  .wa-success,
  :host([variant='success']) {
    --wa-color-fill-loud: var(--wa-color-success-fill-loud);
    --wa-color-fill-normal: var(--wa-color-success-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-success-fill-quiet);
    --wa-color-border-loud: var(--wa-color-success-border-loud);
    --wa-color-border-normal: var(--wa-color-success-border-normal);
    --wa-color-border-quiet: var(--wa-color-success-border-quiet);
    --wa-color-on-loud: var(--wa-color-success-on-loud);
    --wa-color-on-normal: var(--wa-color-success-on-normal);
    --wa-color-on-quiet: var(--wa-color-success-on-quiet);
  }

  .wa-warning,
  :host([variant='warning']) {
    --wa-color-fill-loud: var(--wa-color-warning-fill-loud);
    --wa-color-fill-normal: var(--wa-color-warning-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-warning-fill-quiet);
    --wa-color-border-loud: var(--wa-color-warning-border-loud);
    --wa-color-border-normal: var(--wa-color-warning-border-normal);
    --wa-color-border-quiet: var(--wa-color-warning-border-quiet);
    --wa-color-on-loud: var(--wa-color-warning-on-loud);
    --wa-color-on-normal: var(--wa-color-warning-on-normal);
    --wa-color-on-quiet: var(--wa-color-warning-on-quiet);
  }

  .wa-danger,
  :host([variant='danger']) {
    --wa-color-fill-loud: var(--wa-color-danger-fill-loud);
    --wa-color-fill-normal: var(--wa-color-danger-fill-normal);
    --wa-color-fill-quiet: var(--wa-color-danger-fill-quiet);
    --wa-color-border-loud: var(--wa-color-danger-border-loud);
    --wa-color-border-normal: var(--wa-color-danger-border-normal);
    --wa-color-border-quiet: var(--wa-color-danger-border-quiet);
    --wa-color-on-loud: var(--wa-color-danger-on-loud);
    --wa-color-on-normal: var(--wa-color-danger-on-normal);
    --wa-color-on-quiet: var(--wa-color-danger-on-quiet);
  }
`;function I(e,t){let n={waitUntilFirstUpdate:!1,...t};return(t,r)=>{let{update:i}=t,a=Array.isArray(e)?e:[e];t.update=function(e){a.forEach(t=>{let i=t;if(e.has(i)){let t=e.get(i),a=this[i];t!==a&&(n.waitUntilFirstUpdate&&!this.hasUpdated||this[r](t,a))}}),i.call(this,e)}}}var at,ot=new Set,st=new Map,ct=`ltr`,lt=`en`,ut=typeof MutationObserver<`u`&&typeof document<`u`&&document.documentElement!==void 0;if(ut){let e=new MutationObserver(ft);ct=document.documentElement.dir||`ltr`,lt=document.documentElement.lang||navigator.language,e.observe(document.documentElement,{attributes:!0,attributeFilter:[`dir`,`lang`]})}function dt(...e){e.map(e=>{let t=e.$code.toLowerCase();st.has(t)?st.set(t,Object.assign(Object.assign({},st.get(t)),e)):st.set(t,e),at||=e}),ft()}function ft(){ut&&(ct=document.documentElement.dir||`ltr`,lt=document.documentElement.lang||navigator.language),[...ot.keys()].map(e=>{typeof e.requestUpdate==`function`&&e.requestUpdate()})}var pt=class{constructor(e){this.host=e,this.host.addController(this)}hostConnected(){ot.add(this.host)}hostDisconnected(){ot.delete(this.host)}dir(){return(``+(this.host.dir||ct)).toLowerCase()}lang(){let e=(``+(this.host.lang||lt)).toLowerCase().replace(/_/g,`-`);try{return new Intl.Locale(e),e}catch{return at?at.$code.toLowerCase():`en`}}getTranslationData(e){let t;try{t=new Intl.Locale(e.replace(/_/g,`-`))}catch{return{locale:void 0,language:``,region:``,primary:void 0,secondary:void 0}}let n=t.language.toLowerCase(),r=t.region?.toLowerCase()??``;return{locale:t,language:n,region:r,primary:st.get(`${n}-${r}`),secondary:st.get(n)}}exists(e,t){let{primary:n,secondary:r}=this.getTranslationData(t.lang??this.lang());return t=Object.assign({includeFallback:!1},t),!!(n&&n[e]||r&&r[e]||t.includeFallback&&at&&at[e])}term(e,...t){let{primary:n,secondary:r}=this.getTranslationData(this.lang()),i;if(n&&n[e])i=n[e];else if(r&&r[e])i=r[e];else{if(!at||!at[e])return console.error(`No translation found for: `+e),e+``;i=at[e]}return typeof i==`function`?i(...t):i}date(e,t){return e=new Date(e),new Intl.DateTimeFormat(this.lang(),t).format(e)}number(e,t){return isNaN(e=Number(e))?``:new Intl.NumberFormat(this.lang(),t).format(e)}relativeTime(e,t,n){return new Intl.RelativeTimeFormat(this.lang(),n).format(e,t)}},mt={$code:`en`,$name:`English`,$dir:`ltr`,allTagsRemoved:`All tags removed`,am:`AM`,autosizeColumn:`Autosize column`,captions:`Captions`,carousel:`Carousel`,chooseDate:`Choose date`,chooseDecade:`Choose decade`,chooseMonth:`Choose month`,chooseTime:`Choose time`,chooseYear:`Choose year`,clearEntry:`Clear entry`,clearFilter:`Clear filter`,clearSort:`Clear sort`,close:`Close`,closeCalendar:`Close calendar`,closeTimeInput:`Close time picker`,collapseRow:`Collapse row`,columnMenu:`Column options`,columnMovedToPosition(e,t,n){return`${e} moved to position ${t} of ${n}`},columns:`Columns`,compactPageXOfY(e,t){return`${e} of ${t}`},completed:`Completed`,copied:`Copied`,copy:`Copy`,createOption(e){return`Create "${e}"`},currentlyPlaying:`currently playing`,currentValue:`Current value`,date:`Date`,datePickerKeyboardHelp:`Use arrow keys to change values; press Alt+Down Arrow to open the calendar.`,day:`Day`,dayPeriod:`AM/PM`,decrement:`Decrement`,deselectAllRows:`Deselect all rows`,disabled:`Disabled`,dropFileHere:`Drop file here or click to browse`,dropFilesHere:`Drop files here or click to browse`,empty:`Empty`,endDate:`End date`,enterFullscreen:`Enter fullscreen`,error:`Error`,exitFullscreen:`Exit fullscreen`,expandRow:`Expand row`,filterByColumn(e){return`Filter by `+e},filterFrom:`From`,filterMax:`Max`,filterMin:`Min`,filterTo:`To`,firstPage:`First page`,goToSlide(e,t){return`Go to slide ${e} of ${t}`},hideColumn:`Hide column`,hidePassword:`Hide password`,hour:`Hour`,incompleteDate:`Enter a valid date.`,increment:`Increment`,jumpBackwardX(e){return`Jump back ${e} pages`},jumpForwardX(e){return`Jump forward ${e} pages`},lastPage:`Last page`,loading:`Loading`,locked:`Locked`,minute:`Minute`,month:`Month`,moreOptions:`More Options`,mute:`Mute`,nextDecade:`Next decade`,nextMonth:`Next month`,nextPage:`Next page`,nextSlide:`Next slide`,nextVideo:`Next Video`,nextYear:`Next year`,noData:`No data`,noOptions:`No options`,noResults:`No matching results`,notCompleted:`Not completed`,now:`Now`,numCharacters(e){return e===1?`1 character`:e+` characters`},numCharactersRemaining(e){return e===1?`1 character remaining`:e+` characters remaining`},numOptionsAvailable(e){return e===0?`No options available`:e===1?`1 option available`:e+` options available`},numOptionsSelected(e){return e===0?`No options selected`:e===1?`1 option selected`:e+` options selected`},numRowsCopied(e){return e===1?`1 row copied`:e+` rows copied`},numRowsSelected(e){return e===1?`1 row selected`:e+` rows selected`},optionPosition(e,t,n){return`${e}, ${t} of ${n}`},optionsLoadError:`Options could not be loaded`,pageXOfY(e,t){return`Page ${e} of ${t}`},pagination:`Pagination`,pause:`Pause`,pauseAnimation:`Pause animation`,pictureInPicture:`Picture in picture`,pinLeft:`Pin left`,pinRight:`Pin right`,play:`Play`,playAnimation:`Play animation`,playbackSpeed:`Playback speed`,playlist:`Playlist`,pm:`PM`,previousDecade:`Previous decade`,previousMonth:`Previous month`,previousPage:`Previous page`,previousSlide:`Previous slide`,previousVideo:`Previous video`,previousYear:`Previous year`,progress:`Progress`,rangeTooLong(e){return e===1?`Select a range no longer than 1 day`:`Select a range no longer than ${e} days`},rangeTooShort(e){return e===1?`Select a range at least 1 day long`:`Select a range at least ${e} days long`},readonly:`Read-only`,remove:`Remove`,resetColumns:`Reset columns`,resize:`Resize`,resizeColumn:`Resize column`,rowsPerPage:`Rows per page`,scrollableRegion:`Scrollable region`,scrollToEnd:`Scroll to end`,scrollToStart:`Scroll to start`,search:`Search`,second:`Second`,seek:`Seek`,seekProgress(e,t){return`${e} of ${t}`},selectAColorFromTheScreen:`Select a color from the screen`,selectAllRows:`Select all rows`,selected:`Selected`,selectedDateLabel(e){return`Selected: `+e},selectedRangeLabel(e){return`Selected range: `+e},selectGroup:`Select group`,selectionCleared:`Selection cleared`,selectRow:`Select row`,showingNofMRows(e,t){return`Showing ${e} of ${t} rows`},showingXtoYofZ(e,t,n){return`${e}–${t} of ${n}`},showPassword:`Show password`,slideNum(e){return`Slide `+e},sortAscending:`Sort ascending`,sortColumn:`Sort column`,sortDescending:`Sort descending`,startDate:`Start date`,steps:`Steps`,stepXOfY(e,t){return`Step ${e} of ${t}`},tagAdded(e){return e+` added`},tagAlreadyAdded(e){return e+` is already added`},tagInputKeyboardHelp:`Press Backspace or Delete to remove this tag.`,tagRemoved(e){return e+` removed`},time:`Time`,timeInputKeyboardHelp:`Use arrow keys to change values; press Alt+Down Arrow to open the time picker.`,today:`Today`,toggleColorFormat:`Toggle color format`,tooFewTags(e){return e===1?`Add at least 1 tag`:`Add at least ${e} tags`},tooManyTags(e){return e===1?`Add no more than 1 tag`:`Add no more than ${e} tags`},unmute:`Unmute`,unpin:`Unpin`,unpinColumn:`Unpin column`,videoPlayer:`Video player`,volume:`Volume`,year:`Year`,zoomIn:`Zoom in`,zoomOut:`Zoom out`};dt(mt);var ht=mt,gt=class extends pt{lang(){return this.host.didSSR&&!this.host.hasUpdated?this.host.lang||`en`:super.lang()}};dt(ht);var _t=e=>(...t)=>({_$litDirective$:e,values:t}),vt=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},yt=_t(class extends vt{constructor(e){if(super(e),e.type!==1||e.name!==`class`||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return` `+Object.keys(e).filter(t=>e[t]).join(` `)+` `}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(` `).split(/\s/).filter(e=>e!==``)));for(let e in t)t[e]&&!this.nt?.has(e)&&this.st.add(e);return this.render(t)}let n=e.element.classList;for(let e of this.st)e in t||(n.remove(e),this.st.delete(e));for(let e in t){let r=!!t[e];r===this.st.has(e)||this.nt?.has(e)||(r?(n.add(e),this.st.add(e)):(n.remove(e),this.st.delete(e)))}return Se}}),L=e=>e??M,bt=Symbol.for(``),xt=e=>{if(e?.r===bt)return e?._$litStatic$},St=(e,...t)=>({_$litStatic$:t.reduce((t,n,r)=>t+(e=>{if(e._$litStatic$!==void 0)return e._$litStatic$;throw Error(`Value passed to 'literal' function must be a 'literal' result: ${e}. Use 'unsafeStatic' to pass non-literal values, but\n            take care to ensure page security.`)})(n)+e[r+1],e[0]),r:bt}),Ct=new Map,wt=(e=>(t,...n)=>{let r=n.length,i,a,o=[],s=[],c,l=0,u=!1;for(;l<r;){for(c=t[l];l<r&&(a=n[l],(i=xt(a))!==void 0);)c+=i+t[++l],u=!0;l!==r&&s.push(a),o.push(c),l++}if(l===r&&o.push(t[r]),u){let e=o.join(`$$lit$$`);(t=Ct.get(e))===void 0&&(o.raw=o,Ct.set(e,t=o)),n=s}return e(t,...n)})(j),R=class extends Ze{constructor(){super(...arguments),this.assumeInteractionOn=[`click`],this.hasSlotController=new tt(this,`[default]`,`start`,`end`),this.localize=new gt(this),this.invalid=!1,this.isIconButton=!1,this.title=``,this.variant=`neutral`,this.appearance=`accent`,this.size=`m`,this.withCaret=!1,this.withStart=!1,this.withEnd=!1,this.disabled=!1,this.loading=!1,this.pill=!1,this.type=`button`}static get validators(){return[...super.validators,r()]}handleSizeChange(){et(this.localName,this.size)}constructLightDOMButton(){let e=document.createElement(`button`);for(let t of this.attributes)t.name!==`style`&&e.setAttribute(t.name,t.value);return e.type=this.type,e.style.position=`absolute !important`,e.style.width=`0 !important`,e.style.height=`0 !important`,e.style.clipPath=`inset(50%) !important`,e.style.overflow=`hidden !important`,e.style.whiteSpace=`nowrap !important`,this.name&&(e.name=this.name),e.value=this.value||``,e}handleClick(e){if(this.disabled||this.loading)return e.preventDefault(),void e.stopImmediatePropagation();if(this.type!==`submit`&&this.type!==`reset`||!this.getForm())return;let t=this.constructLightDOMButton();this.parentElement?.append(t),t.click(),t.remove()}handleInvalid(){this.dispatchEvent(new i)}handleLabelSlotChange(){let e=this.labelSlot.assignedNodes({flatten:!0}),t=!1,n=!1,r=!1,i=!1;[...e].forEach(e=>{if(e.nodeType===Node.ELEMENT_NODE){let r=e;r.localName===`wa-icon`?(n=!0,t||=r.label!==void 0):i=!0}else e.nodeType===Node.TEXT_NODE&&(e.textContent?.trim()||``).length>0&&(r=!0)}),this.isIconButton=n&&!r&&!i,this.customStates.set(`icon-button`,this.isIconButton),this.isIconButton&&!t&&console.warn(`Icon buttons must have a label for screen readers. Add <wa-icon label="..."> to remove this warning.`,this)}isButton(){return!this.href}isLink(){return!!this.href}handleDisabledChange(){this.customStates.set(`disabled`,this.disabled),this.updateValidity()}handleHrefChange(){this.customStates.set(`link`,this.isLink())}handleLoadingChange(){this.customStates.set(`loading`,this.loading)}setValue(...e){}click(){this.button.click()}focus(e){this.button.focus(e)}blur(){this.button.blur()}render(){let e=this.isLink(),t=e?St`a`:St`button`;return wt`
      <${t}
        part="base button"
        class=${yt({button:!0,caret:this.withCaret,disabled:this.disabled,loading:this.loading,rtl:this.localize.dir()===`rtl`,"has-label":this.hasSlotController.test(`[default]`),"has-start":this.hasSlotController.test(`start`,`withStart`),"has-end":this.hasSlotController.test(`end`,`withEnd`),"is-icon-button":this.isIconButton})}
        ?disabled=${L(e?void 0:this.disabled)}
        type=${L(e?void 0:this.type)}
        title=${this.title}
        name=${L(e?void 0:this.name)}
        value=${L(e?void 0:this.value)}
        href=${L(e?this.href:void 0)}
        target=${L(e?this.target:void 0)}
        download=${L(e?this.download:void 0)}
        rel=${L(e&&this.rel?this.rel:void 0)}
        role=${L(e?void 0:`button`)}
        aria-disabled=${L(e&&this.disabled?`true`:void 0)}
        aria-busy=${this.loading?`true`:`false`}
        tabindex=${this.disabled?`-1`:`0`}
        @invalid=${this.isButton()?this.handleInvalid:null}
        @click=${this.handleClick}
      >
        <slot name="start" part="start" class="start"></slot>
        <slot part="label" class="label" @slotchange=${this.handleLabelSlotChange}></slot>
        <slot name="end" part="end" class="end"></slot>
        ${this.withCaret?wt`
                <wa-icon part="caret" class="caret" library="system" name="chevron-down" variant="solid"></wa-icon>
              `:``}
        ${this.loading?wt`<wa-spinner part="spinner"></wa-spinner>`:``}
      </${t}>
    `}};R.shadowRootOptions={...Ze.shadowRootOptions,delegatesFocus:!0},R.css=[rt,it,nt],c([We(`.button`)],R.prototype,`button`,2),c([We(`slot:not([name])`)],R.prototype,`labelSlot`,2),c([He()],R.prototype,`invalid`,2),c([He()],R.prototype,`isIconButton`,2),c([F()],R.prototype,`title`,2),c([F({reflect:!0})],R.prototype,`variant`,2),c([F({reflect:!0})],R.prototype,`appearance`,2),c([F({reflect:!0})],R.prototype,`size`,2),c([I(`size`)],R.prototype,`handleSizeChange`,1),c([F({attribute:`with-caret`,type:Boolean,reflect:!0})],R.prototype,`withCaret`,2),c([F({attribute:`with-start`,type:Boolean})],R.prototype,`withStart`,2),c([F({attribute:`with-end`,type:Boolean})],R.prototype,`withEnd`,2),c([F({type:Boolean})],R.prototype,`disabled`,2),c([F({type:Boolean,reflect:!0})],R.prototype,`loading`,2),c([F({type:Boolean,reflect:!0})],R.prototype,`pill`,2),c([F()],R.prototype,`type`,2),c([F({reflect:!0})],R.prototype,`name`,2),c([F({reflect:!0})],R.prototype,`value`,2),c([F({reflect:!0})],R.prototype,`href`,2),c([F()],R.prototype,`target`,2),c([F()],R.prototype,`rel`,2),c([F()],R.prototype,`download`,2),c([F({attribute:`formaction`})],R.prototype,`formAction`,2),c([F({attribute:`formenctype`})],R.prototype,`formEnctype`,2),c([F({attribute:`formmethod`})],R.prototype,`formMethod`,2),c([F({attribute:`formnovalidate`,type:Boolean})],R.prototype,`formNoValidate`,2),c([F({attribute:`formtarget`})],R.prototype,`formTarget`,2),c([I(`disabled`,{waitUntilFirstUpdate:!0})],R.prototype,`handleDisabledChange`,1),c([I(`href`)],R.prototype,`handleHrefChange`,1),c([I(`loading`,{waitUntilFirstUpdate:!0})],R.prototype,`handleLoadingChange`,1),R=c([ze(`wa-button`)],R),R.disableWarning?.(`change-in-update`);var Tt=h`
  :host {
    --track-width: 2px;
    --track-color: var(--wa-color-neutral-fill-normal);
    --indicator-color: var(--wa-color-brand-fill-loud);
    --speed: 2s;
    --size: 1em;

    /*
      Resizing a spinner element using anything but font-size will break the animation because the animation uses em
      units. Therefore, if a spinner is used in a flex container without \`flex: none\` applied, the spinner can
      grow/shrink and break the animation. The use of \`flex: none\` on the host element prevents this by always having
      the spinner sized according to its actual dimensions.
    */
    flex: none;
    display: inline-flex;
    width: var(--size);
    height: var(--size);
  }

  svg {
    width: 100%;
    height: 100%;
    aspect-ratio: 1;
    animation: spin var(--speed) linear infinite;
  }

  .track,
  .indicator {
    --radius: calc(var(--size) / 2 - var(--track-width) / 2);
    --circumference: calc(var(--radius) * 2 * 3.141592654);

    cx: calc(var(--size) / 2);
    cy: calc(var(--size) / 2);
    r: var(--radius);
    fill: none;
    stroke-width: var(--track-width);
  }

  .track {
    stroke: var(--track-color);
  }

  .indicator {
    stroke: var(--indicator-color);
    stroke-linecap: round;
    stroke-dasharray: calc(0.597 * var(--circumference)), calc(0.796 * var(--circumference));
    stroke-dashoffset: calc(-0.04 * var(--circumference));
    animation: dash 1.5s ease-in-out infinite;
  }

  @keyframes spin {
    0% {
      transform: rotate(0deg);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes dash {
    0% {
      stroke-dasharray: calc(0.008 * var(--circumference)), calc(1.194 * var(--circumference));
      stroke-dashoffset: 0;
    }
    50% {
      stroke-dasharray: calc(0.716 * var(--circumference)), calc(1.194 * var(--circumference));
      stroke-dashoffset: calc(-0.278 * var(--circumference));
    }
    100% {
      stroke-dasharray: calc(0.716 * var(--circumference)), calc(1.194 * var(--circumference));
      stroke-dashoffset: calc(-0.987 * var(--circumference));
    }
  }
`,Et=class extends Xe{constructor(){super(...arguments),this.localize=new gt(this)}render(){return j`
      <svg
        part="base spinner"
        role="progressbar"
        aria-label=${this.localize.term(`loading`)}
        fill="none"
        xmlns="http://www.w3.org/2000/svg"
      >
        <circle class="track" />
        <circle class="indicator" />
      </svg>
    `}};Et.css=Tt,Et=c([ze(`wa-spinner`)],Et);var Dt=class extends Event{constructor(){super(`wa-error`,{bubbles:!0,cancelable:!1,composed:!0})}},Ot=class extends Event{constructor(){super(`wa-load`,{bubbles:!0,cancelable:!1,composed:!0})}},kt=h`
  :host {
    --primary-color: currentColor;
    --primary-opacity: 1;
    --secondary-color: currentColor;
    --secondary-opacity: 0.4;
    --rotate-angle: 0deg;

    box-sizing: content-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    vertical-align: -0.125em;
  }

  /* #region Canvas — the box the icon is centered within (mirrors Font Awesome's icon canvas). Orthogonal to font-size. */

  /* Fixed width (default): 1.25em × 1em (20 × 16px) */
  :host(:not([canvas])),
  :host([canvas='fixed']) {
    width: 1.25em;
    height: 1em;
    min-width: 1.25em; /* <-- this is what Safari respects for intrinsic */
    min-height: 1em;
  }

  /* Auto: hug the icon's width. \`auto-width\` is the deprecated alias for canvas="auto". */
  :host([canvas='auto']),
  :host([auto-width]:not([canvas])) {
    width: auto;
    height: 1em;
  }

  /* Square: 1.25em × 1.25em (20 × 20px) */
  :host([canvas='square']) {
    width: 1.25em;
    height: 1.25em;
    min-width: 1.25em;
    min-height: 1.25em;
  }

  /* Roomy: 1.5em × 1.5em (24 × 24px) */
  :host([canvas='roomy']) {
    width: 1.5em;
    height: 1.5em;
    min-width: 1.5em;
    min-height: 1.5em;
  }

  /* #endregion */

  svg {
    /* NOTE: Avoid setting fill here. A stylesheet rule beats SVG presentation attributes, breaking stroke-based
       libraries like Lucide (fill="none" stroke="currentColor") and attribute-based mutators (issue #1733). The default
       library applies fill="currentColor" in its mutator instead. */
    height: 1em;
    overflow: visible;
    width: auto;

    /* Duotone colors with path-specific opacity fallback */
    path[data-duotone-primary] {
      color: var(--primary-color);
      opacity: var(--path-opacity, var(--primary-opacity));
    }

    path[data-duotone-secondary] {
      color: var(--secondary-color);
      opacity: var(--path-opacity, var(--secondary-opacity));
    }
  }

  /* Rotation */
  :host([rotate]) {
    transform: rotate(var(--rotate-angle, 0deg));
  }

  /* Flipping */
  :host([flip='x']) {
    transform: scaleX(-1);
  }
  :host([flip='y']) {
    transform: scaleY(-1);
  }
  :host([flip='both']) {
    transform: scale(-1, -1);
  }

  /* Rotation and Flipping combined */
  :host([rotate][flip='x']) {
    transform: rotate(var(--rotate-angle, 0deg)) scaleX(-1);
  }
  :host([rotate][flip='y']) {
    transform: rotate(var(--rotate-angle, 0deg)) scaleY(-1);
  }
  :host([rotate][flip='both']) {
    transform: rotate(var(--rotate-angle, 0deg)) scale(-1, -1);
  }

  /* #region Animations — ported from Font Awesome 7.3 (--fa-* props mapped to wa-icon's --* names) */

  :host([animation='beat']) {
    animation-name: beat;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='bounce']) {
    animation-name: bounce;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, cubic-bezier(0.28, 0.84, 0.42, 1));
  }

  :host([animation='fade']) {
    animation-name: fade;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='beat-fade']) {
    animation-name: beat-fade;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='flip']) {
    animation-name: flip;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1.5s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='flip-360']) {
    animation-name: flip-360;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='shake']) {
    animation-name: shake;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 0.75s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
  }

  :host([animation='spin']) {
    animation-name: spin;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 2s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='spin-pulse']) {
    animation-name: spin;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, steps(8));
  }

  /* spin-reverse is FA's reverse modifier expressed as a standalone value; reverse any spin via --animation-direction: reverse */
  :host([animation='spin-reverse']) {
    animation-name: spin;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, reverse);
    animation-duration: var(--animation-duration, 2s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='spin-snap']) {
    animation-name: spin-snap;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 3s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='spin-snap-4']) {
    animation-name: spin-snap-4;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 2.4s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='spin-snap-8']) {
    animation-name: spin-snap-8;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 4s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='buzz']) {
    animation-name: buzz;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 0.6s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, linear);
  }

  :host([animation='wag']) {
    animation-name: wag;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 0.9s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-out);
    transform-origin: bottom center;
  }

  :host([animation='float']) {
    animation-name: float;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 3s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-in-out);
    will-change: transform;
  }

  :host([animation='swing']) {
    animation-name: swing;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 1.2s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-out);
    transform-origin: top center;
  }

  :host([animation='jello']) {
    animation-name: jello;
    animation-delay: var(--animation-delay, 0s);
    animation-direction: var(--animation-direction, normal);
    animation-duration: var(--animation-duration, 0.9s);
    animation-iteration-count: var(--animation-iteration-count, infinite);
    animation-timing-function: var(--animation-timing, ease-out);
  }

  @media (prefers-reduced-motion: reduce) {
    :host([animation='beat']),
    :host([animation='bounce']),
    :host([animation='fade']),
    :host([animation='beat-fade']),
    :host([animation='flip']),
    :host([animation='flip-360']),
    :host([animation='shake']),
    :host([animation='spin']),
    :host([animation='spin-pulse']),
    :host([animation='spin-reverse']),
    :host([animation='spin-snap']),
    :host([animation='spin-snap-4']),
    :host([animation='spin-snap-8']),
    :host([animation='buzz']),
    :host([animation='wag']),
    :host([animation='float']),
    :host([animation='swing']),
    :host([animation='jello']) {
      animation: none !important;
      transition: none !important;
    }
  }

  /* #endregion */

  /* #region Keyframes — ported verbatim from Font Awesome 7.3 */

  @keyframes beat {
    0% {
      transform: scale(1);
    }
    25% {
      transform: scale(calc(1.25 * var(--beat-scale, 1.25)));
    }
    45% {
      transform: scale(calc(1.22 * var(--beat-scale, 1.22)));
    }
    65% {
      transform: scale(calc(1.25 * var(--beat-scale, 1.25)));
    }
    90% {
      transform: scale(1);
    }
  }

  @keyframes bounce {
    0% {
      transform: scale(1, 1) translateY(0);
      /* No fallback by design (ported from FA 7.3): the first segment uses the user's --animation-timing or the CSS
         initial ease, while the explicit cubic-beziers on later stops drive the bounce physics. */
      animation-timing-function: var(--animation-timing);
    }
    14% {
      transform: scale(var(--bounce-start-scale-x, 1.06), var(--bounce-start-scale-y, 0.94))
        translateY(var(--bounce-anticipation, 3px));
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    32% {
      transform: scale(var(--bounce-jump-scale-x, 0.94), var(--bounce-jump-scale-y, 1.12))
        translateY(calc(-1 * var(--bounce-height, 0.5em)));
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    52% {
      transform: scale(1, 1) translateY(calc(-1 * var(--bounce-height, 0.5em) * 1.1));
      animation-timing-function: cubic-bezier(0.5, 0, 1, 0.5);
    }
    70% {
      transform: scale(var(--bounce-land-scale-x, 1.06), var(--bounce-land-scale-y, 0.92)) translateY(0);
      animation-timing-function: cubic-bezier(0.33, 0.33, 0.66, 1);
    }
    85% {
      transform: scale(0.98, 1.04) translateY(calc(-2px * var(--bounce-rebound, 1)));
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 1);
    }
    100% {
      transform: scale(1, 1) translateY(0);
    }
  }

  @keyframes fade {
    0% {
      opacity: 1;
      transform: scale(1);
      animation-timing-function: cubic-bezier(0.2, 0, 0.4, 1);
    }
    40% {
      opacity: var(--fade-opacity, 0.4);
      transform: scale(0.98);
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    100% {
      opacity: 1;
      transform: scale(1);
    }
  }

  @keyframes beat-fade {
    0% {
      opacity: var(--beat-fade-opacity, 0.4);
      transform: scale(1);
      animation-timing-function: cubic-bezier(0.2, 0, 0.4, 1);
    }
    25% {
      opacity: calc(var(--beat-fade-opacity, 0.4) + 0.4);
      transform: scale(var(--beat-fade-scale, 1.28));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    45% {
      opacity: 1;
      transform: scale(var(--beat-fade-scale, 1.25));
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    65% {
      opacity: calc(var(--beat-fade-opacity, 0.4) + 0.4);
      transform: scale(var(--beat-fade-scale, 1.28));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    100% {
      opacity: var(--beat-fade-opacity, 0.4);
      transform: scale(1);
    }
  }

  @keyframes flip {
    0% {
      transform: perspective(2em) scale(1) rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), 0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.4, 1);
    }
    8% {
      transform: perspective(2em) scale(var(--flip-anticipation-scale, 0.95))
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), 0deg);
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    35% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), calc(var(--flip-angle, -360deg) * 0.6));
      animation-timing-function: linear;
    }
    65% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), calc(var(--flip-angle, -360deg) * 0.5));
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    92% {
      transform: perspective(2em) scale(1)
        rotate3d(
          var(--flip-x, 0),
          var(--flip-y, 1),
          var(--flip-z, 0),
          calc(var(--flip-angle, -360deg) * var(--flip-overshoot, 1.04))
        );
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 1);
    }
    100% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), var(--flip-angle, -360deg));
    }
  }

  @keyframes flip-360 {
    0% {
      transform: perspective(2em) scale(1) rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), 0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.4, 1);
    }
    8% {
      transform: perspective(2em) scale(var(--flip-anticipation-scale, 0.95))
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), 0deg);
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    50% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), calc(var(--flip-angle, -360deg) * 0.6));
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    80% {
      transform: perspective(2em) scale(1)
        rotate3d(
          var(--flip-x, 0),
          var(--flip-y, 1),
          var(--flip-z, 0),
          calc(var(--flip-angle, -360deg) * var(--flip-overshoot, 1.04))
        );
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 1);
    }
    100% {
      transform: perspective(2em) scale(1)
        rotate3d(var(--flip-x, 0), var(--flip-y, 1), var(--flip-z, 0), var(--flip-angle, -360deg));
    }
  }

  @keyframes shake {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.8, 1);
    }
    8% {
      transform: rotate(35deg) translateX(1px);
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    20% {
      transform: rotate(-22deg) translateX(-1px);
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    35% {
      transform: rotate(15deg) translateX(1px);
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    50% {
      transform: rotate(-9deg);
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    65% {
      transform: rotate(5deg);
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    78% {
      transform: rotate(-3deg);
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    90% {
      transform: rotate(1deg);
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    100% {
      transform: rotate(0deg);
    }
  }

  @keyframes spin {
    0% {
      transform: rotate(0deg);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes spin-snap {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    12% {
      transform: rotate(60deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    16.67% {
      transform: rotate(60deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    28.67% {
      transform: rotate(120deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    33.33% {
      transform: rotate(120deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    45.33% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    50% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    62% {
      transform: rotate(240deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    66.67% {
      transform: rotate(240deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    78.67% {
      transform: rotate(300deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    83.33% {
      transform: rotate(300deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    95.33% {
      transform: rotate(360deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes spin-snap-4 {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    15% {
      transform: rotate(90deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    25% {
      transform: rotate(90deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    40% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    50% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    65% {
      transform: rotate(270deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    75% {
      transform: rotate(270deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    90% {
      transform: rotate(360deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes spin-snap-8 {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    9% {
      transform: rotate(45deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    12.5% {
      transform: rotate(45deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    21.5% {
      transform: rotate(90deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    25% {
      transform: rotate(90deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    34% {
      transform: rotate(135deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    37.5% {
      transform: rotate(135deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    46.5% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    50% {
      transform: rotate(180deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    59% {
      transform: rotate(225deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    62.5% {
      transform: rotate(225deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    71.5% {
      transform: rotate(270deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    75% {
      transform: rotate(270deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    84% {
      transform: rotate(315deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    87.5% {
      transform: rotate(315deg);
      animation-timing-function: cubic-bezier(0, 0, 0.2, 1);
    }
    96.5% {
      transform: rotate(360deg);
      animation-timing-function: cubic-bezier(0.8, 0, 1, 1);
    }
    100% {
      transform: rotate(360deg);
    }
  }

  @keyframes buzz {
    0% {
      transform: translateX(0) rotate(0deg);
      animation-timing-function: cubic-bezier(0.1, 0, 0.9, 1);
    }
    5% {
      transform: translateX(var(--buzz-distance, 4px)) rotate(0.5deg);
    }
    10% {
      transform: translateX(calc(-1 * var(--buzz-distance, 4px))) rotate(-0.5deg);
    }
    15% {
      transform: translateX(var(--buzz-distance, 4px)) rotate(0.3deg);
    }
    20% {
      transform: translateX(calc(-1 * var(--buzz-distance, 4px))) rotate(-0.3deg);
    }
    25% {
      transform: translateX(calc(var(--buzz-distance, 4px) * 0.7)) rotate(0.2deg);
    }
    30% {
      transform: translateX(calc(-1 * var(--buzz-distance, 4px) * 0.7)) rotate(-0.2deg);
    }
    35% {
      transform: translateX(calc(var(--buzz-distance, 4px) * 0.4)) rotate(0.1deg);
    }
    40% {
      transform: translateX(0) rotate(0deg);
    }
    100% {
      transform: translateX(0) rotate(0deg);
    }
  }

  @keyframes wag {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.6, 1);
    }
    12% {
      transform: rotate(var(--wag-angle, 12deg));
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    24% {
      transform: rotate(2deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.6, 1);
    }
    36% {
      transform: rotate(calc(var(--wag-angle, 12deg) * 0.85));
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    48% {
      transform: rotate(1deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.6, 1);
    }
    58% {
      transform: rotate(calc(var(--wag-angle, 12deg) * 0.6));
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    68% {
      transform: rotate(0deg);
    }
    100% {
      transform: rotate(0deg);
    }
  }

  @keyframes float {
    0% {
      transform: translateY(0) translateX(0) rotate(0deg)
        scale(var(--float-squash-x, 1.02), var(--float-squash-y, 0.98));
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    15% {
      transform: translateY(calc(-0.4 * var(--float-height, 6px))) translateX(var(--float-drift, 1px))
        rotate(var(--float-tilt, 1deg)) scale(1, 1);
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    35% {
      transform: translateY(calc(-1 * var(--float-height, 6px))) translateX(0) rotate(0deg)
        scale(var(--float-stretch-x, 0.98), var(--float-stretch-y, 1.03));
      animation-timing-function: cubic-bezier(0.5, 0, 0.5, 0);
    }
    50% {
      transform: translateY(calc(-0.92 * var(--float-height, 6px))) translateX(calc(-0.5 * var(--float-drift, 1px)))
        rotate(calc(-0.5 * var(--float-tilt, 1deg))) scale(0.995, 1.01);
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 0.33);
    }
    70% {
      transform: translateY(calc(-0.3 * var(--float-height, 6px))) translateX(calc(-1 * var(--float-drift, 1px)))
        rotate(calc(-1 * var(--float-tilt, 1deg))) scale(1, 1);
      animation-timing-function: cubic-bezier(0.33, 0.66, 0.66, 1);
    }
    90% {
      transform: translateY(calc(0.05 * var(--float-height, 6px))) translateX(0) rotate(0deg)
        scale(var(--float-squash-x, 1.02), var(--float-squash-y, 0.98));
      animation-timing-function: cubic-bezier(0.33, 0, 0.66, 1);
    }
    100% {
      transform: translateY(0) translateX(0) rotate(0deg)
        scale(var(--float-squash-x, 1.02), var(--float-squash-y, 0.98));
    }
  }

  @keyframes swing {
    0% {
      transform: rotate(0deg);
      animation-timing-function: cubic-bezier(0.2, 0, 0.8, 1);
    }
    8% {
      transform: rotate(var(--swing-angle, 22deg));
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    18% {
      transform: rotate(calc(-1 * var(--swing-angle, 22deg) * 0.85));
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    28% {
      transform: rotate(calc(var(--swing-angle, 22deg) * 0.65));
      animation-timing-function: cubic-bezier(0.35, 0, 0.65, 1);
    }
    38% {
      transform: rotate(calc(-1 * var(--swing-angle, 22deg) * 0.45));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    48% {
      transform: rotate(calc(var(--swing-angle, 22deg) * 0.25));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    56% {
      transform: rotate(calc(-1 * var(--swing-angle, 22deg) * 0.1));
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    64% {
      transform: rotate(0deg);
    }
    100% {
      transform: rotate(0deg);
    }
  }

  @keyframes jello {
    0% {
      transform: scale(1, 1);
      animation-timing-function: cubic-bezier(0.2, 0, 0.8, 1);
    }
    12% {
      transform: scale(var(--jello-scale-x, 1.15), calc(2 - var(--jello-scale-x, 1.15)));
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    24% {
      transform: scale(calc(2 - var(--jello-scale-y, 1.12)), var(--jello-scale-y, 1.12));
      animation-timing-function: cubic-bezier(0.3, 0, 0.7, 1);
    }
    36% {
      transform: scale(
        calc(1 + (var(--jello-scale-x, 1.15) - 1) * 0.5),
        calc(2 - (1 + (var(--jello-scale-x, 1.15) - 1) * 0.5))
      );
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    48% {
      transform: scale(
        calc(2 - (1 + (var(--jello-scale-y, 1.12) - 1) * 0.3)),
        calc(1 + (var(--jello-scale-y, 1.12) - 1) * 0.3)
      );
      animation-timing-function: cubic-bezier(0.4, 0, 0.6, 1);
    }
    58% {
      transform: scale(1.02, 0.98);
      animation-timing-function: cubic-bezier(0.4, 0, 0.2, 1);
    }
    68% {
      transform: scale(1, 1);
    }
    100% {
      transform: scale(1, 1);
    }
  }

  /* #endregion */
`,At=``;function jt(){if(!At){let t=document.querySelector(`[data-fa-kit-code]`);t&&(e=t.getAttribute(`data-fa-kit-code`)||``,At=e)}var e;return At}var Mt={name:`default`,resolver(e,t=`classic`,n=`solid`){return((e,t,n)=>{let r=((e,t,n)=>{let r=`solid`;return t===`chisel`&&(r=`chisel-regular`),t===`etch`&&(r=`etch-solid`),t===`graphite`&&(r=`graphite-thin`),t===`jelly`&&(r=`jelly-regular`,n===`duo-regular`&&(r=`jelly-duo-regular`),n===`fill-regular`&&(r=`jelly-fill-regular`)),t===`jelly-duo`&&(r=`jelly-duo-regular`),t===`jelly-fill`&&(r=`jelly-fill-regular`),t===`notdog`&&(n===`solid`&&(r=`notdog-solid`),n===`duo-solid`&&(r=`notdog-duo-solid`)),t===`notdog-duo`&&(r=`notdog-duo-solid`),t===`slab`&&(n!==`solid`&&n!==`regular`||(r=`slab-regular`),n===`press-regular`&&(r=`slab-press-regular`)),t===`slab-press`&&(r=`slab-press-regular`),t===`slab-duo`&&(r=`slab-duo-regular`),t===`slab-press-duo`&&(r=`slab-press-duo-regular`),t===`thumbprint`&&(r=`thumbprint-light`),t===`utility`&&(r=`utility-semibold`),t===`utility-duo`&&(r=`utility-duo-semibold`),t===`utility-fill`&&(r=`utility-fill-semibold`),t===`whiteboard`&&(r=`whiteboard-semibold`),t===`mosaic`&&(r=`mosaic-solid`),t===`pixel`&&(r=`pixel-regular`),t===`vellum`&&(r=`vellum-solid`),t===`classic`&&(n===`thin`&&(r=`thin`),n===`light`&&(r=`light`),n===`regular`&&(r=`regular`),n===`solid`&&(r=`solid`)),t===`duotone`&&(n===`thin`&&(r=`duotone-thin`),n===`light`&&(r=`duotone-light`),n===`regular`&&(r=`duotone-regular`),n===`solid`&&(r=`duotone`)),t===`sharp`&&(n===`thin`&&(r=`sharp-thin`),n===`light`&&(r=`sharp-light`),n===`regular`&&(r=`sharp-regular`),n===`solid`&&(r=`sharp-solid`)),t===`sharp-duotone`&&(n===`thin`&&(r=`sharp-duotone-thin`),n===`light`&&(r=`sharp-duotone-light`),n===`regular`&&(r=`sharp-duotone-regular`),n===`solid`&&(r=`sharp-duotone-solid`)),t===`brands`&&(r=`brands`),r})(0,t,n),i=``.replace(/\/$/,``);if(i)return`${i}/${r}/${e}.svg`;let a=jt();return a.length>0?`https://ka-p.fontawesome.com/releases/v7.3.0/svgs/${r}/${e}.svg?token=${encodeURIComponent(a)}`:`https://ka-f.fontawesome.com/releases/v7.3.0/svgs/${r}/${e}.svg`})(e,t,n)},mutator(e,t){if(e.hasAttribute(`fill`)||e.setAttribute(`fill`,`currentColor`),t?.family&&!e.hasAttribute(`data-duotone-initialized`)){let{family:n,variant:r}=t;if(n===`duotone`||n===`sharp-duotone`||n===`notdog-duo`||n===`notdog`&&r===`duo-solid`||n===`jelly-duo`||n===`jelly`&&r===`duo-regular`||n===`utility-duo`||n===`slab-duo`||n===`slab-press-duo`||n===`thumbprint`){let n=[...e.querySelectorAll(`path`)],r=n.find(e=>!e.hasAttribute(`opacity`)),i=n.find(e=>e.hasAttribute(`opacity`));if(!r||!i)return;if(r.setAttribute(`data-duotone-primary`,``),i.setAttribute(`data-duotone-secondary`,``),t.swapOpacity&&r&&i){let e=i.getAttribute(`opacity`)||`0.4`;r.style.setProperty(`--path-opacity`,e),i.style.setProperty(`--path-opacity`,`1`)}e.setAttribute(`data-duotone-initialized`,``)}}}},Nt={solid:{"arrow-down":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M169.4 502.6c12.5 12.5 32.8 12.5 45.3 0l160-160c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0L224 402.7 224 32c0-17.7-14.3-32-32-32s-32 14.3-32 32l0 370.7-105.4-105.4c-12.5-12.5-32.8-12.5-45.3 0s-12.5 32.8 0 45.3l160 160z"/></svg>`,"arrow-up":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M214.6 9.4c-12.5-12.5-32.8-12.5-45.3 0l-160 160c-12.5 12.5-12.5 32.8 0 45.3s32.8 12.5 45.3 0L160 109.3 160 480c0 17.7 14.3 32 32 32s32-14.3 32-32l0-370.7 105.4 105.4c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3l-160-160z"/></svg>`,backward:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M236.3 107.1C247.9 96 265 92.9 279.7 99.2C294.4 105.5 304 120 304 136L304 272.3L476.3 107.2C487.9 96 505 92.9 519.7 99.2C534.4 105.5 544 120 544 136L544 504C544 520 534.4 534.5 519.7 540.8C505 547.1 487.9 544 476.3 532.9L304 367.7L304 504C304 520 294.4 534.5 279.7 540.8C265 547.1 247.9 544 236.3 532.9L44.3 348.9C36.5 341.3 32 330.9 32 320C32 309.1 36.5 298.7 44.3 291.1L236.3 107.1z"/></svg>`,"backward-step":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M491 100.8C478.1 93.8 462.3 94.5 450 102.6L192 272.1L192 128C192 110.3 177.7 96 160 96C142.3 96 128 110.3 128 128L128 512C128 529.7 142.3 544 160 544C177.7 544 192 529.7 192 512L192 367.9L450 537.5C462.3 545.6 478 546.3 491 539.3C504 532.3 512 518.8 512 504.1L512 136.1C512 121.4 503.9 107.9 491 100.9z"/></svg>`,bars:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.3.1 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free (Icons: CC BY 4.0, Fonts: SIL OFL 1.1, Code: MIT License) Copyright 2026 Fonticons, Inc. --><path d="M0 96C0 78.3 14.3 64 32 64l384 0c17.7 0 32 14.3 32 32s-14.3 32-32 32L32 128C14.3 128 0 113.7 0 96zM0 256c0-17.7 14.3-32 32-32l384 0c17.7 0 32 14.3 32 32s-14.3 32-32 32L32 288c-17.7 0-32-14.3-32-32zM448 416c0 17.7-14.3 32-32 32L32 448c-17.7 0-32-14.3-32-32s14.3-32 32-32l384 0c17.7 0 32 14.3 32 32z"/></svg>`,"angles-left":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M77.3 256 214.7 118.6c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0l-160 160c-12.5 12.5-12.5 32.8 0 45.3l160 160c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3L77.3 256zm192 0L406.7 118.6c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0l-160 160c-12.5 12.5-12.5 32.8 0 45.3l160 160c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3L269.3 256z"/></svg>`,"angles-right":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M434.7 256 297.3 118.6c-12.5-12.5-12.5-32.8 0-45.3s32.8-12.5 45.3 0l160 160c12.5 12.5 12.5 32.8 0 45.3l-160 160c-12.5 12.5-32.8 12.5-45.3 0s-12.5-32.8 0-45.3L434.7 256zm-192 0L105.3 118.6c-12.5-12.5-12.5-32.8 0-45.3s32.8-12.5 45.3 0l160 160c12.5 12.5 12.5 32.8 0 45.3l-160 160c-12.5 12.5-32.8 12.5-45.3 0s-12.5-32.8 0-45.3L242.7 256z"/></svg>`,check:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M434.8 70.1c14.3 10.4 17.5 30.4 7.1 44.7l-256 352c-5.5 7.6-14 12.3-23.4 13.1s-18.5-2.7-25.1-9.3l-128-128c-12.5-12.5-12.5-32.8 0-45.3s32.8-12.5 45.3 0l101.5 101.5 234-321.7c10.4-14.3 30.4-17.5 44.7-7.1z"/></svg>`,"chevron-down":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M201.4 406.6c12.5 12.5 32.8 12.5 45.3 0l192-192c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0L224 338.7 54.6 169.4c-12.5-12.5-32.8-12.5-45.3 0s-12.5 32.8 0 45.3l192 192z"/></svg>`,"chevron-left":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M9.4 233.4c-12.5 12.5-12.5 32.8 0 45.3l192 192c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3L77.3 256 246.6 86.6c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0l-192 192z"/></svg>`,"chevron-right":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M311.1 233.4c12.5 12.5 12.5 32.8 0 45.3l-192 192c-12.5 12.5-32.8 12.5-45.3 0s-12.5-32.8 0-45.3L243.2 256 73.9 86.6c-12.5-12.5-12.5-32.8 0-45.3s32.8-12.5 45.3 0l192 192z"/></svg>`,circle:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M0 256a256 256 0 1 1 512 0 256 256 0 1 1 -512 0z"/></svg>`,"closed-captioning":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M64 192C64 156.7 92.7 128 128 128L512 128C547.3 128 576 156.7 576 192L576 448C576 483.3 547.3 512 512 512L128 512C92.7 512 64 483.3 64 448L64 192zM216 272L248 272C252.4 272 256 275.6 256 280C256 293.3 266.7 304 280 304C293.3 304 304 293.3 304 280C304 249.1 278.9 224 248 224L216 224C185.1 224 160 249.1 160 280L160 360C160 390.9 185.1 416 216 416L248 416C278.9 416 304 390.9 304 360C304 346.7 293.3 336 280 336C266.7 336 256 346.7 256 360C256 364.4 252.4 368 248 368L216 368C211.6 368 208 364.4 208 360L208 280C208 275.6 211.6 272 216 272zM384 280C384 275.6 387.6 272 392 272L424 272C428.4 272 432 275.6 432 280C432 293.3 442.7 304 456 304C469.3 304 480 293.3 480 280C480 249.1 454.9 224 424 224L392 224C361.1 224 336 249.1 336 280L336 360C336 390.9 361.1 416 392 416L424 416C454.9 416 480 390.9 480 360C480 346.7 469.3 336 456 336C442.7 336 432 346.7 432 360C432 364.4 428.4 368 424 368L392 368C387.6 368 384 364.4 384 360L384 280z"/></svg>`,"closed-captioning-slash":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M39 39.1C48.4 29.7 63.6 29.7 72.9 39.1L161.8 128L512 128C547.3 128 576 156.7 576 192L576 448C576 473.5 561.1 495.4 539.6 505.8L601 567.1C610.4 576.5 610.4 591.7 601 601C591.6 610.3 576.4 610.4 567.1 601L39 73.1C29.7 63.7 29.7 48.5 39 39.1zM384 350.1L384 279.9C384 275.5 387.6 271.9 392 271.9L424 271.9C428.4 271.9 432 275.5 432 279.9C432 293.2 442.7 303.9 456 303.9C469.3 303.9 480 293.2 480 279.9C480 249 454.9 223.9 424 223.9L392 223.9C361.1 223.9 336 249 336 279.9L336 302.1L384 350.1zM445.5 411.6C465.7 403.2 480 383.2 480 359.9C480 346.6 469.3 335.9 456 335.9C442.7 335.9 432 346.6 432 359.9C432 364.3 428.4 367.9 424 367.9L401.8 367.9L445.5 411.6zM162.3 264.1C160.8 269.1 160 274.5 160 280L160 360C160 390.9 185.1 416 216 416L248 416C266.1 416 282.1 407.5 292.4 394.2L410.2 512L128 512C92.7 512 64 483.3 64 448L64 192C64 184.2 65.4 176.7 68 169.8L162.3 264.1zM256.1 357.9C256 358.6 256 359.3 256 360C256 364.4 252.4 368 248 368L216 368C211.6 368 208 364.4 208 360L208 309.8L256.1 357.9z"/></svg>`,compress:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M160 64c0-17.7-14.3-32-32-32S96 46.3 96 64l0 64-64 0c-17.7 0-32 14.3-32 32s14.3 32 32 32l96 0c17.7 0 32-14.3 32-32l0-96zM32 320c-17.7 0-32 14.3-32 32s14.3 32 32 32l64 0 0 64c0 17.7 14.3 32 32 32s32-14.3 32-32l0-96c0-17.7-14.3-32-32-32l-96 0zM352 64c0-17.7-14.3-32-32-32s-32 14.3-32 32l0 96c0 17.7 14.3 32 32 32l96 0c17.7 0 32-14.3 32-32s-14.3-32-32-32l-64 0 0-64zM320 320c-17.7 0-32 14.3-32 32l0 96c0 17.7 14.3 32 32 32s32-14.3 32-32l0-64 64 0c17.7 0 32-14.3 32-32s-14.3-32-32-32l-96 0z"/></svg>`,ellipsis:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.3.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M96 320C96 289.1 121.1 264 152 264C182.9 264 208 289.1 208 320C208 350.9 182.9 376 152 376C121.1 376 96 350.9 96 320zM264 320C264 289.1 289.1 264 320 264C350.9 264 376 289.1 376 320C376 350.9 350.9 376 320 376C289.1 376 264 350.9 264 320zM488 264C518.9 264 544 289.1 544 320C544 350.9 518.9 376 488 376C457.1 376 432 350.9 432 320C432 289.1 457.1 264 488 264z"/></svg>`,"ellipsis-vertical":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M320 208C289.1 208 264 182.9 264 152C264 121.1 289.1 96 320 96C350.9 96 376 121.1 376 152C376 182.9 350.9 208 320 208zM320 432C350.9 432 376 457.1 376 488C376 518.9 350.9 544 320 544C289.1 544 264 518.9 264 488C264 457.1 289.1 432 320 432zM376 320C376 350.9 350.9 376 320 376C289.1 376 264 350.9 264 320C264 289.1 289.1 264 320 264C350.9 264 376 289.1 376 320z"/></svg>`,expand:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 96C110.3 96 96 110.3 96 128L96 224C96 241.7 110.3 256 128 256C145.7 256 160 241.7 160 224L160 160L224 160C241.7 160 256 145.7 256 128C256 110.3 241.7 96 224 96L128 96zM160 416C160 398.3 145.7 384 128 384C110.3 384 96 398.3 96 416L96 512C96 529.7 110.3 544 128 544L224 544C241.7 544 256 529.7 256 512C256 494.3 241.7 480 224 480L160 480L160 416zM416 96C398.3 96 384 110.3 384 128C384 145.7 398.3 160 416 160L480 160L480 224C480 241.7 494.3 256 512 256C529.7 256 544 241.7 544 224L544 128C544 110.3 529.7 96 512 96L416 96zM544 416C544 398.3 529.7 384 512 384C494.3 384 480 398.3 480 416L480 480L416 480C398.3 480 384 494.3 384 512C384 529.7 398.3 544 416 544L512 544C529.7 544 544 529.7 544 512L544 416z"/></svg>`,eyedropper:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M341.6 29.2l-101.6 101.6-9.4-9.4c-12.5-12.5-32.8-12.5-45.3 0s-12.5 32.8 0 45.3l160 160c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3l-9.4-9.4 101.6-101.6c39-39 39-102.2 0-141.1s-102.2-39-141.1 0zM55.4 323.3c-15 15-23.4 35.4-23.4 56.6l0 42.4-26.6 39.9c-8.5 12.7-6.8 29.6 4 40.4s27.7 12.5 40.4 4l39.9-26.6 42.4 0c21.2 0 41.6-8.4 56.6-23.4l109.4-109.4-45.3-45.3-109.4 109.4c-3 3-7.1 4.7-11.3 4.7l-36.1 0 0-36.1c0-4.2 1.7-8.3 4.7-11.3l109.4-109.4-45.3-45.3-109.4 109.4z"/></svg>`,filter:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M32 64C19.1 64 7.4 71.8 2.4 83.8S.2 109.5 9.4 118.6L192 301.3 192 416c0 8.5 3.4 16.6 9.4 22.6l64 64c9.2 9.2 22.9 11.9 34.9 6.9S320 492.9 320 480l0-178.7 182.6-182.6c9.2-9.2 11.9-22.9 6.9-34.9S492.9 64 480 64L32 64z"/></svg>`,forward:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M403.7 107.1C392.1 96 375 92.9 360.3 99.2C345.6 105.5 336 120 336 136L336 272.3L163.7 107.2C152.1 96 135 92.9 120.3 99.2C105.6 105.5 96 120 96 136L96 504C96 520 105.6 534.5 120.3 540.8C135 547.1 152.1 544 163.7 532.9L336 367.7L336 504C336 520 345.6 534.5 360.3 540.8C375 547.1 392.1 544 403.7 532.9L595.7 348.9C603.6 341.4 608 330.9 608 320C608 309.1 603.5 298.7 595.7 291.1L403.7 107.1z"/></svg>`,file:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M192 64C156.7 64 128 92.7 128 128L128 512C128 547.3 156.7 576 192 576L448 576C483.3 576 512 547.3 512 512L512 234.5C512 217.5 505.3 201.2 493.3 189.2L386.7 82.7C374.7 70.7 358.5 64 341.5 64L192 64zM453.5 240L360 240C346.7 240 336 229.3 336 216L336 122.5L453.5 240z"/></svg>`,"file-audio":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM389.8 307.7C380.7 301.4 368.3 303.6 362 312.7C355.7 321.8 357.9 334.2 367 340.5C390.9 357.2 406.4 384.8 406.4 416C406.4 447.2 390.8 474.9 367 491.5C357.9 497.8 355.7 510.3 362 519.3C368.3 528.3 380.8 530.6 389.8 524.3C423.9 500.5 446.4 460.8 446.4 416C446.4 371.2 424 331.5 389.8 307.7zM208 376C199.2 376 192 383.2 192 392L192 440C192 448.8 199.2 456 208 456L232 456L259.2 490C262.2 493.8 266.8 496 271.7 496L272 496C280.8 496 288 488.8 288 480L288 352C288 343.2 280.8 336 272 336L271.7 336C266.8 336 262.2 338.2 259.2 342L232 376L208 376zM336 448.2C336 458.9 346.5 466.4 354.9 459.8C367.8 449.5 376 433.7 376 416C376 398.3 367.8 382.5 354.9 372.2C346.5 365.5 336 373.1 336 383.8L336 448.3z"/></svg>`,"file-code":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM282.2 359.6C290.8 349.5 289.7 334.4 279.6 325.8C269.5 317.2 254.4 318.3 245.8 328.4L197.8 384.4C190.1 393.4 190.1 406.6 197.8 415.6L245.8 471.6C254.4 481.7 269.6 482.8 279.6 474.2C289.6 465.6 290.8 450.4 282.2 440.4L247.6 400L282.2 359.6zM394.2 328.4C385.6 318.3 370.4 317.2 360.4 325.8C350.4 334.4 349.2 349.6 357.8 359.6L392.4 400L357.8 440.4C349.2 450.5 350.3 465.6 360.4 474.2C370.5 482.8 385.6 481.7 394.2 471.6L442.2 415.6C449.9 406.6 449.9 393.4 442.2 384.4L394.2 328.4z"/></svg>`,"file-excel":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM292 330.7C284.6 319.7 269.7 316.7 258.7 324C247.7 331.3 244.7 346.3 252 357.3L291.2 416L252 474.7C244.6 485.7 247.6 500.6 258.7 508C269.8 515.4 284.6 512.4 292 501.3L320 459.3L348 501.3C355.4 512.3 370.3 515.3 381.3 508C392.3 500.7 395.3 485.7 388 474.7L348.8 416L388 357.3C395.4 346.3 392.4 331.4 381.3 324C370.2 316.6 355.4 319.6 348 330.7L320 372.7L292 330.7z"/></svg>`,"file-image":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM256 320C256 302.3 241.7 288 224 288C206.3 288 192 302.3 192 320C192 337.7 206.3 352 224 352C241.7 352 256 337.7 256 320zM220.6 512L419.4 512C435.2 512 448 499.2 448 483.4C448 476.1 445.2 469 440.1 463.7L343.3 361.9C337.3 355.6 328.9 352 320.1 352L319.8 352C311 352 302.7 355.6 296.6 361.9L199.9 463.7C194.8 469 192 476.1 192 483.4C192 499.2 204.8 512 220.6 512z"/></svg>`,"file-pdf":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 64C92.7 64 64 92.7 64 128L64 512C64 547.3 92.7 576 128 576L208 576L208 464C208 428.7 236.7 400 272 400L448 400L448 234.5C448 217.5 441.3 201.2 429.3 189.2L322.7 82.7C310.7 70.7 294.5 64 277.5 64L128 64zM389.5 240L296 240C282.7 240 272 229.3 272 216L272 122.5L389.5 240zM272 444C261 444 252 453 252 464L252 592C252 603 261 612 272 612C283 612 292 603 292 592L292 564L304 564C337.1 564 364 537.1 364 504C364 470.9 337.1 444 304 444L272 444zM304 524L292 524L292 484L304 484C315 484 324 493 324 504C324 515 315 524 304 524zM400 444C389 444 380 453 380 464L380 592C380 603 389 612 400 612L432 612C460.7 612 484 588.7 484 560L484 496C484 467.3 460.7 444 432 444L400 444zM420 572L420 484L432 484C438.6 484 444 489.4 444 496L444 560C444 566.6 438.6 572 432 572L420 572zM508 464L508 592C508 603 517 612 528 612C539 612 548 603 548 592L548 548L576 548C587 548 596 539 596 528C596 517 587 508 576 508L548 508L548 484L576 484C587 484 596 475 596 464C596 453 587 444 576 444L528 444C517 444 508 453 508 464z"/></svg>`,"file-powerpoint":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM280 320C266.7 320 256 330.7 256 344L256 488C256 501.3 266.7 512 280 512C293.3 512 304 501.3 304 488L304 464L328 464C367.8 464 400 431.8 400 392C400 352.2 367.8 320 328 320L280 320zM328 416L304 416L304 368L328 368C341.3 368 352 378.7 352 392C352 405.3 341.3 416 328 416z"/></svg>`,"file-video":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM208 368L208 464C208 481.7 222.3 496 240 496L336 496C353.7 496 368 481.7 368 464L368 440L403 475C406.2 478.2 410.5 480 415 480C424.4 480 432 472.4 432 463L432 368.9C432 359.5 424.4 351.9 415 351.9C410.5 351.9 406.2 353.7 403 356.9L368 391.9L368 367.9C368 350.2 353.7 335.9 336 335.9L240 335.9C222.3 335.9 208 350.2 208 367.9z"/></svg>`,"file-word":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM263.4 338.8C260.5 325.9 247.7 317.7 234.8 320.6C221.9 323.5 213.7 336.3 216.6 349.2L248.6 493.2C250.9 503.7 260 511.4 270.8 512C281.6 512.6 291.4 505.9 294.8 495.6L320 419.9L345.2 495.6C348.6 505.8 358.4 512.5 369.2 512C380 511.5 389.1 503.8 391.4 493.2L423.4 349.2C426.3 336.3 418.1 323.4 405.2 320.6C392.3 317.8 379.4 325.9 376.6 338.8L363.4 398.2L342.8 336.4C339.5 326.6 330.4 320 320 320C309.6 320 300.5 326.6 297.2 336.4L276.6 398.2L263.4 338.8z"/></svg>`,"file-zipper":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M128 128C128 92.7 156.7 64 192 64L341.5 64C358.5 64 374.8 70.7 386.8 82.7L493.3 189.3C505.3 201.3 512 217.6 512 234.6L512 512C512 547.3 483.3 576 448 576L192 576C156.7 576 128 547.3 128 512L128 128zM336 122.5L336 216C336 229.3 346.7 240 360 240L453.5 240L336 122.5zM192 136C192 149.3 202.7 160 216 160L264 160C277.3 160 288 149.3 288 136C288 122.7 277.3 112 264 112L216 112C202.7 112 192 122.7 192 136zM192 232C192 245.3 202.7 256 216 256L264 256C277.3 256 288 245.3 288 232C288 218.7 277.3 208 264 208L216 208C202.7 208 192 218.7 192 232zM256 304L224 304C206.3 304 192 318.3 192 336L192 384C192 410.5 213.5 432 240 432C266.5 432 288 410.5 288 384L288 336C288 318.3 273.7 304 256 304zM240 368C248.8 368 256 375.2 256 384C256 392.8 248.8 400 240 400C231.2 400 224 392.8 224 384C224 375.2 231.2 368 240 368z"/></svg>`,"forward-step":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M21 36.8c12.9-7 28.7-6.3 41 1.8L320 208.1 320 64c0-17.7 14.3-32 32-32s32 14.3 32 32l0 384c0 17.7-14.3 32-32 32s-32-14.3-32-32l0-144.1-258 169.6c-12.3 8.1-28 8.8-41 1.8S0 454.7 0 440L0 72C0 57.3 8.1 43.8 21 36.8z"/></svg>`,gauge:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M0 256a256 256 0 1 1 512 0 256 256 0 1 1 -512 0zm320 96c0-26.9-16.5-49.9-40-59.3L280 120c0-13.3-10.7-24-24-24s-24 10.7-24 24l0 172.7c-23.5 9.5-40 32.5-40 59.3 0 35.3 28.7 64 64 64s64-28.7 64-64zM144 176a32 32 0 1 0 0-64 32 32 0 1 0 0 64zm-16 80a32 32 0 1 0 -64 0 32 32 0 1 0 64 0zm288 32a32 32 0 1 0 0-64 32 32 0 1 0 0 64zM400 144a32 32 0 1 0 -64 0 32 32 0 1 0 64 0z"/></svg>`,gear:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M259.1 73.5C262.1 58.7 275.2 48 290.4 48L350.2 48C365.4 48 378.5 58.7 381.5 73.5L396 143.5C410.1 149.5 423.3 157.2 435.3 166.3L503.1 143.8C517.5 139 533.3 145 540.9 158.2L570.8 210C578.4 223.2 575.7 239.8 564.3 249.9L511 297.3C511.9 304.7 512.3 312.3 512.3 320C512.3 327.7 511.8 335.3 511 342.7L564.4 390.2C575.8 400.3 578.4 417 570.9 430.1L541 481.9C533.4 495 517.6 501.1 503.2 496.3L435.4 473.8C423.3 482.9 410.1 490.5 396.1 496.6L381.7 566.5C378.6 581.4 365.5 592 350.4 592L290.6 592C275.4 592 262.3 581.3 259.3 566.5L244.9 496.6C230.8 490.6 217.7 482.9 205.6 473.8L137.5 496.3C123.1 501.1 107.3 495.1 99.7 481.9L69.8 430.1C62.2 416.9 64.9 400.3 76.3 390.2L129.7 342.7C128.8 335.3 128.4 327.7 128.4 320C128.4 312.3 128.9 304.7 129.7 297.3L76.3 249.8C64.9 239.7 62.3 223 69.8 209.9L99.7 158.1C107.3 144.9 123.1 138.9 137.5 143.7L205.3 166.2C217.4 157.1 230.6 149.5 244.6 143.4L259.1 73.5zM320.3 400C364.5 399.8 400.2 363.9 400 319.7C399.8 275.5 363.9 239.8 319.7 240C275.5 240.2 239.8 276.1 240 320.3C240.2 364.5 276.1 400.2 320.3 400z"/></svg>`,"grip-vertical":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M128 40c0-22.1-17.9-40-40-40L40 0C17.9 0 0 17.9 0 40L0 88c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48zm0 192c0-22.1-17.9-40-40-40l-48 0c-22.1 0-40 17.9-40 40l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48zM0 424l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48c0-22.1-17.9-40-40-40l-48 0c-22.1 0-40 17.9-40 40zM320 40c0-22.1-17.9-40-40-40L232 0c-22.1 0-40 17.9-40 40l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48zM192 232l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48c0-22.1-17.9-40-40-40l-48 0c-22.1 0-40 17.9-40 40zM320 424c0-22.1-17.9-40-40-40l-48 0c-22.1 0-40 17.9-40 40l0 48c0 22.1 17.9 40 40 40l48 0c22.1 0 40-17.9 40-40l0-48z"/></svg>`,indeterminate:`<svg part="indeterminate-icon" class="icon" viewBox="0 0 16 16"><g stroke="none" stroke-width="1" fill="none" fill-rule="evenodd" stroke-linecap="round"><g stroke="currentColor" stroke-width="2"><g transform="translate(2.285714 6.857143)"><path d="M10.2857143,1.14285714 L1.14285714,1.14285714"/></g></g></g></svg>`,"magnifying-glass":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M416 208c0 45.9-14.9 88.3-40 122.7L502.6 457.4c12.5 12.5 12.5 32.8 0 45.3s-32.8 12.5-45.3 0L330.7 376C296.3 401.1 253.9 416 208 416 93.1 416 0 322.9 0 208S93.1 0 208 0 416 93.1 416 208zM208 352a144 144 0 1 0 0-288 144 144 0 1 0 0 288z"/></svg>`,minus:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M0 256c0-17.7 14.3-32 32-32l384 0c17.7 0 32 14.3 32 32s-14.3 32-32 32L32 288c-17.7 0-32-14.3-32-32z"/></svg>`,pause:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M48 32C21.5 32 0 53.5 0 80L0 432c0 26.5 21.5 48 48 48l64 0c26.5 0 48-21.5 48-48l0-352c0-26.5-21.5-48-48-48L48 32zm224 0c-26.5 0-48 21.5-48 48l0 352c0 26.5 21.5 48 48 48l64 0c26.5 0 48-21.5 48-48l0-352c0-26.5-21.5-48-48-48l-64 0z"/></svg>`,"picture-in-picture":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M448 32c35.3 0 64 28.7 64 64l0 112-64 0 0-112-384 0 0 320 144 0 0 64-144 0-6.5-.3c-30.1-3.1-54.1-27-57.1-57.1L0 416 0 96C0 62.9 25.2 35.6 57.5 32.3L64 32 448 32zm16 224c26.5 0 48 21.5 48 48l0 128c0 26.5-21.5 48-48 48l-160 0c-26.5 0-48-21.5-48-48l0-128c0-26.5 21.5-48 48-48l160 0z"/></svg>`,play:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M91.2 36.9c-12.4-6.8-27.4-6.5-39.6 .7S32 57.9 32 72l0 368c0 14.1 7.5 27.2 19.6 34.4s27.2 7.5 39.6 .7l336-184c12.8-7 20.8-20.5 20.8-35.1s-8-28.1-20.8-35.1l-336-184z"/></svg>`,"play-circle":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M0 256a256 256 0 1 1 512 0 256 256 0 1 1 -512 0zM188.3 147.1c-7.6 4.2-12.3 12.3-12.3 20.9l0 176c0 8.7 4.7 16.7 12.3 20.9s16.8 4.1 24.3-.5l144-88c7.1-4.4 11.5-12.1 11.5-20.5s-4.4-16.1-11.5-20.5l-144-88c-7.4-4.5-16.7-4.7-24.3-.5z"/></svg>`,plus:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M352 128C352 110.3 337.7 96 320 96C302.3 96 288 110.3 288 128L288 288L128 288C110.3 288 96 302.3 96 320C96 337.7 110.3 352 128 352L288 352L288 512C288 529.7 302.3 544 320 544C337.7 544 352 529.7 352 512L352 352L512 352C529.7 352 544 337.7 544 320C544 302.3 529.7 288 512 288L352 288L352 128z"/></svg>`,star:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M309.5-18.9c-4.1-8-12.4-13.1-21.4-13.1s-17.3 5.1-21.4 13.1L193.1 125.3 33.2 150.7c-8.9 1.4-16.3 7.7-19.1 16.3s-.5 18 5.8 24.4l114.4 114.5-25.2 159.9c-1.4 8.9 2.3 17.9 9.6 23.2s16.9 6.1 25 2L288.1 417.6 432.4 491c8 4.1 17.7 3.3 25-2s11-14.2 9.6-23.2L441.7 305.9 556.1 191.4c6.4-6.4 8.6-15.8 5.8-24.4s-10.1-14.9-19.1-16.3L383 125.3 309.5-18.9z"/></svg>`,"table-columns":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M0 96C0 60.7 28.7 32 64 32l320 0c35.3 0 64 28.7 64 64l0 320c0 35.3-28.7 64-64 64L64 480c-35.3 0-64-28.7-64-64L0 96zm64 64l0 256 128 0 0-256-128 0zm320 0l-128 0 0 256 128 0 0-256z"/></svg>`,thumbtack:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M32 32C32 14.3 46.3 0 64 0L320 0c17.7 0 32 14.3 32 32s-14.3 32-32 32l-29.5 0 10.3 134.1c37.1 21.2 65.8 56.4 78.2 99.7l3.8 13.4c2.8 9.7 .8 20-5.2 28.1S362 352 352 352L32 352c-10 0-19.5-4.7-25.5-12.7s-8-18.4-5.2-28.1L5 297.8c12.4-43.3 41-78.5 78.2-99.7L93.5 64 64 64C46.3 64 32 49.7 32 32zM160 400l64 0 0 112c0 17.7-14.3 32-32 32s-32-14.3-32-32l0-112z"/></svg>`,"up-down":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M406.6 502.6l96-96c9.2-9.2 11.9-22.9 6.9-34.9S492.9 352 480 352l-64 0 0-320c0-17.7-14.3-32-32-32s-32 14.3-32 32l0 320-64 0c-12.9 0-24.6 7.8-29.6 19.8s-2.2 25.7 6.9 34.9l96 96c12.5 12.5 32.8 12.5 45.3 0zM150.6 9.4c-12.5-12.5-32.8-12.5-45.3 0l-96 96c-9.2 9.2-11.9 22.9-6.9 34.9S19.1 160 32 160l64 0 0 320c0 17.7 14.3 32 32 32s32-14.3 32-32l0-320 64 0c12.9 0 24.6-7.8 29.6-19.8s2.2-25.7-6.9-34.9l-96-96z"/></svg>`,upload:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free 7.1.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M352 173.3L352 384C352 401.7 337.7 416 320 416C302.3 416 288 401.7 288 384L288 173.3L246.6 214.7C234.1 227.2 213.8 227.2 201.3 214.7C188.8 202.2 188.8 181.9 201.3 169.4L297.3 73.4C309.8 60.9 330.1 60.9 342.6 73.4L438.6 169.4C451.1 181.9 451.1 202.2 438.6 214.7C426.1 227.2 405.8 227.2 393.3 214.7L352 173.3zM320 464C364.2 464 400 428.2 400 384L480 384C515.3 384 544 412.7 544 448L544 480C544 515.3 515.3 544 480 544L160 544C124.7 544 96 515.3 96 480L96 448C96 412.7 124.7 384 160 384L240 384C240 428.2 275.8 464 320 464zM464 488C477.3 488 488 477.3 488 464C488 450.7 477.3 440 464 440C450.7 440 440 450.7 440 464C440 477.3 450.7 488 464 488z"/></svg>`,user:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M224 248a120 120 0 1 0 0-240 120 120 0 1 0 0 240zm-29.7 56C95.8 304 16 383.8 16 482.3 16 498.7 29.3 512 45.7 512l356.6 0c16.4 0 29.7-13.3 29.7-29.7 0-98.5-79.8-178.3-178.3-178.3l-59.4 0z"/></svg>`,volume:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M48 352l48 0 134.1 119.2c6.4 5.7 14.6 8.8 23.1 8.8 19.2 0 34.8-15.6 34.8-34.8l0-378.4c0-19.2-15.6-34.8-34.8-34.8-8.5 0-16.7 3.1-23.1 8.8L96 160 48 160c-26.5 0-48 21.5-48 48l0 96c0 26.5 21.5 48 48 48zM441.1 107c-10.3-8.4-25.4-6.8-33.8 3.5s-6.8 25.4 3.5 33.8C443.3 170.7 464 210.9 464 256s-20.7 85.3-53.2 111.8c-10.3 8.4-11.8 23.5-3.5 33.8s23.5 11.8 33.8 3.5c43.2-35.2 70.9-88.9 70.9-149s-27.7-113.8-70.9-149zm-60.5 74.5c-10.3-8.4-25.4-6.8-33.8 3.5s-6.8 25.4 3.5 33.8C361.1 227.6 368 241 368 256s-6.9 28.4-17.7 37.3c-10.3 8.4-11.8 23.5-3.5 33.8s23.5 11.8 33.8 3.5C402.1 312.9 416 286.1 416 256s-13.9-56.9-35.5-74.5z"/></svg>`,"volume-low":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M48 352l48 0 134.1 119.2c6.4 5.7 14.6 8.8 23.1 8.8 19.2 0 34.8-15.6 34.8-34.8l0-378.4c0-19.2-15.6-34.8-34.8-34.8-8.5 0-16.7 3.1-23.1 8.8L96 160 48 160c-26.5 0-48 21.5-48 48l0 96c0 26.5 21.5 48 48 48zM380.6 181.5c-10.3-8.4-25.4-6.8-33.8 3.5s-6.8 25.4 3.5 33.8C361.1 227.6 368 241 368 256s-6.9 28.4-17.7 37.3c-10.3 8.4-11.8 23.5-3.5 33.8s23.5 11.8 33.8 3.5C402.1 312.9 416 286.1 416 256s-13.9-56.9-35.5-74.5z"/></svg>`,"volume-xmark":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M48 352l48 0 134.1 119.2c6.4 5.7 14.6 8.8 23.1 8.8 19.2 0 34.8-15.6 34.8-34.8l0-378.4c0-19.2-15.6-34.8-34.8-34.8-8.5 0-16.7 3.1-23.1 8.8L96 160 48 160c-26.5 0-48 21.5-48 48l0 96c0 26.5 21.5 48 48 48zM367 175c-9.4 9.4-9.4 24.6 0 33.9l47 47-47 47c-9.4 9.4-9.4 24.6 0 33.9s24.6 9.4 33.9 0l47-47 47 47c9.4 9.4 24.6 9.4 33.9 0s9.4-24.6 0-33.9l-47-47 47-47c9.4-9.4 9.4-24.6 0-33.9s-24.6-9.4-33.9 0l-47 47-47-47c-9.4-9.4-24.6-9.4-33.9 0z"/></svg>`,xmark:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 384 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M55.1 73.4c-12.5-12.5-32.8-12.5-45.3 0s-12.5 32.8 0 45.3L147.2 256 9.9 393.4c-12.5 12.5-12.5 32.8 0 45.3s32.8 12.5 45.3 0L192.5 301.3 329.9 438.6c12.5 12.5 32.8 12.5 45.3 0s12.5-32.8 0-45.3L237.8 256 375.1 118.6c12.5-12.5 12.5-32.8 0-45.3s-32.8-12.5-45.3 0L192.5 210.7 55.1 73.4z"/></svg>`},regular:{calendar:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M216 64C229.3 64 240 74.7 240 88L240 128L400 128L400 88C400 74.7 410.7 64 424 64C437.3 64 448 74.7 448 88L448 128L480 128C515.3 128 544 156.7 544 192L544 480C544 515.3 515.3 544 480 544L160 544C124.7 544 96 515.3 96 480L96 192C96 156.7 124.7 128 160 128L192 128L192 88C192 74.7 202.7 64 216 64zM216 176L160 176C151.2 176 144 183.2 144 192L144 240L496 240L496 192C496 183.2 488.8 176 480 176L216 176zM144 288L144 480C144 488.8 151.2 496 160 496L480 496C488.8 496 496 488.8 496 480L496 288L144 288z"/></svg>`,"circle-question":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M464 256a208 208 0 1 0 -416 0 208 208 0 1 0 416 0zM0 256a256 256 0 1 1 512 0 256 256 0 1 1 -512 0zm256-80c-17.7 0-32 14.3-32 32 0 13.3-10.7 24-24 24s-24-10.7-24-24c0-44.2 35.8-80 80-80s80 35.8 80 80c0 47.2-36 67.2-56 74.5l0 3.8c0 13.3-10.7 24-24 24s-24-10.7-24-24l0-8.1c0-20.5 14.8-35.2 30.1-40.2 6.4-2.1 13.2-5.5 18.2-10.3 4.3-4.2 7.7-10 7.7-19.6 0-17.7-14.3-32-32-32zM224 368a32 32 0 1 1 64 0 32 32 0 1 1 -64 0z"/></svg>`,"circle-xmark":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M256 48a208 208 0 1 1 0 416 208 208 0 1 1 0-416zm0 464a256 256 0 1 0 0-512 256 256 0 1 0 0 512zM167 167c-9.4 9.4-9.4 24.6 0 33.9l55 55-55 55c-9.4 9.4-9.4 24.6 0 33.9s24.6 9.4 33.9 0l55-55 55 55c9.4 9.4 24.6 9.4 33.9 0s9.4-24.6 0-33.9l-55-55 55-55c9.4-9.4 9.4-24.6 0-33.9s-24.6-9.4-33.9 0l-55 55-55-55c-9.4-9.4-24.6-9.4-33.9 0z"/></svg>`,clock:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><!--!Font Awesome Free v7.2.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2026 Fonticons, Inc.--><path d="M528 320C528 434.9 434.9 528 320 528C205.1 528 112 434.9 112 320C112 205.1 205.1 112 320 112C434.9 112 528 205.1 528 320zM64 320C64 461.4 178.6 576 320 576C461.4 576 576 461.4 576 320C576 178.6 461.4 64 320 64C178.6 64 64 178.6 64 320zM296 184L296 320C296 328 300 335.5 306.7 340L402.7 404C413.7 411.4 428.6 408.4 436 397.3C443.4 386.2 440.4 371.4 429.3 364L344 307.2L344 184C344 170.7 333.3 160 320 160C306.7 160 296 170.7 296 184z"/></svg>`,copy:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 448 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M384 336l-192 0c-8.8 0-16-7.2-16-16l0-256c0-8.8 7.2-16 16-16l133.5 0c4.2 0 8.3 1.7 11.3 4.7l58.5 58.5c3 3 4.7 7.1 4.7 11.3L400 320c0 8.8-7.2 16-16 16zM192 384l192 0c35.3 0 64-28.7 64-64l0-197.5c0-17-6.7-33.3-18.7-45.3L370.7 18.7C358.7 6.7 342.5 0 325.5 0L192 0c-35.3 0-64 28.7-64 64l0 256c0 35.3 28.7 64 64 64zM64 128c-35.3 0-64 28.7-64 64L0 448c0 35.3 28.7 64 64 64l192 0c35.3 0 64-28.7 64-64l0-16-48 0 0 16c0 8.8-7.2 16-16 16L64 464c-8.8 0-16-7.2-16-16l0-256c0-8.8 7.2-16 16-16l16 0 0-48-16 0z"/></svg>`,eye:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M288 80C222.8 80 169.2 109.6 128.1 147.7 89.6 183.5 63 226 49.4 256 63 286 89.6 328.5 128.1 364.3 169.2 402.4 222.8 432 288 432s118.8-29.6 159.9-67.7C486.4 328.5 513 286 526.6 256 513 226 486.4 183.5 447.9 147.7 406.8 109.6 353.2 80 288 80zM95.4 112.6C142.5 68.8 207.2 32 288 32s145.5 36.8 192.6 80.6c46.8 43.5 78.1 95.4 93 131.1 3.3 7.9 3.3 16.7 0 24.6-14.9 35.7-46.2 87.7-93 131.1-47.1 43.7-111.8 80.6-192.6 80.6S142.5 443.2 95.4 399.4c-46.8-43.5-78.1-95.4-93-131.1-3.3-7.9-3.3-16.7 0-24.6 14.9-35.7 46.2-87.7 93-131.1zM288 336c44.2 0 80-35.8 80-80 0-29.6-16.1-55.5-40-69.3-1.4 59.7-49.6 107.9-109.3 109.3 13.8 23.9 39.7 40 69.3 40zm-79.6-88.4c2.5 .3 5 .4 7.6 .4 35.3 0 64-28.7 64-64 0-2.6-.2-5.1-.4-7.6-37.4 3.9-67.2 33.7-71.1 71.1zm45.6-115c10.8-3 22.2-4.5 33.9-4.5 8.8 0 17.5 .9 25.8 2.6 .3 .1 .5 .1 .8 .2 57.9 12.2 101.4 63.7 101.4 125.2 0 70.7-57.3 128-128 128-61.6 0-113-43.5-125.2-101.4-1.8-8.6-2.8-17.5-2.8-26.6 0-11 1.4-21.8 4-32 .2-.7 .3-1.3 .5-1.9 11.9-43.4 46.1-77.6 89.5-89.5z"/></svg>`,"eye-slash":`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M41-24.9c-9.4-9.4-24.6-9.4-33.9 0S-2.3-.3 7 9.1l528 528c9.4 9.4 24.6 9.4 33.9 0s9.4-24.6 0-33.9l-96.4-96.4c2.7-2.4 5.4-4.8 8-7.2 46.8-43.5 78.1-95.4 93-131.1 3.3-7.9 3.3-16.7 0-24.6-14.9-35.7-46.2-87.7-93-131.1-47.1-43.7-111.8-80.6-192.6-80.6-56.8 0-105.6 18.2-146 44.2L41-24.9zM176.9 111.1c32.1-18.9 69.2-31.1 111.1-31.1 65.2 0 118.8 29.6 159.9 67.7 38.5 35.7 65.1 78.3 78.6 108.3-13.6 30-40.2 72.5-78.6 108.3-3.1 2.8-6.2 5.6-9.4 8.4L393.8 328c14-20.5 22.2-45.3 22.2-72 0-70.7-57.3-128-128-128-26.7 0-51.5 8.2-72 22.2l-39.1-39.1zm182 182l-108-108c11.1-5.8 23.7-9.1 37.1-9.1 44.2 0 80 35.8 80 80 0 13.4-3.3 26-9.1 37.1zM103.4 173.2l-34-34c-32.6 36.8-55 75.8-66.9 104.5-3.3 7.9-3.3 16.7 0 24.6 14.9 35.7 46.2 87.7 93 131.1 47.1 43.7 111.8 80.6 192.6 80.6 37.3 0 71.2-7.9 101.5-20.6L352.2 422c-20 6.4-41.4 10-64.2 10-65.2 0-118.8-29.6-159.9-67.7-38.5-35.7-65.1-78.3-78.6-108.3 10.4-23.1 28.6-53.6 54-82.8z"/></svg>`,star:`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 576 512"><!--! Font Awesome Free 7.0.0 by @fontawesome - https://fontawesome.com License - https://fontawesome.com/license/free Copyright 2025 Fonticons, Inc. --><path d="M288.1-32c9 0 17.3 5.1 21.4 13.1L383 125.3 542.9 150.7c8.9 1.4 16.3 7.7 19.1 16.3s.5 18-5.8 24.4L441.7 305.9 467 465.8c1.4 8.9-2.3 17.9-9.6 23.2s-17 6.1-25 2L288.1 417.6 143.8 491c-8 4.1-17.7 3.3-25-2s-11-14.2-9.6-23.2L134.4 305.9 20 191.4c-6.4-6.4-8.6-15.8-5.8-24.4s10.1-14.9 19.1-16.3l159.9-25.4 73.6-144.2c4.1-8 12.4-13.1 21.4-13.1zm0 76.8L230.3 158c-3.5 6.8-10 11.6-17.6 12.8l-125.5 20 89.8 89.9c5.4 5.4 7.9 13.1 6.7 20.7l-19.8 125.5 113.3-57.6c6.8-3.5 14.9-3.5 21.8 0l113.3 57.6-19.8-125.5c-1.2-7.6 1.3-15.3 6.7-20.7l89.8-89.9-125.5-20c-7.6-1.2-14.1-6-17.6-12.8L288.1 44.8z"/></svg>`}},Pt=[Mt,{name:`system`,resolver(e,t=`classic`,n=`solid`){let r=Nt[n][e]??Nt.regular[e]??Nt.regular[`circle-question`];return r?(e=>`data:image/svg+xml,`+encodeURIComponent(e))(r):``},mutator(e){e.hasAttribute(`fill`)||e.setAttribute(`fill`,`currentColor`)}}],Ft=new Set;function It(e){return Pt.find(t=>t.name===e)}function Lt(e,t){(e=>{Pt=Pt.filter(t=>t.name!==e)})(e),Pt.push({name:e,resolver:t.resolver,mutator:t.mutator,spriteSheet:t.spriteSheet}),Ft.forEach(t=>{t.library===e&&t.setIcon()})}var Rt,{I:zt}=Pe,Bt=e=>e,Vt=()=>document.createComment(``),Ht=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new zt(r.insertBefore(Vt(),i),r.insertBefore(Vt(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Bt(e).nextSibling;Bt(r).insertBefore(e,i),e=t}}}return n},z=(e,t,n=e)=>(e._$AI(t,n),e),Ut={},Wt=(e,t=Ut)=>e._$AH=t,Gt=e=>{e._$AR(),e._$AA.remove()},Kt=Symbol(),qt=Symbol(),Jt=new Map,Yt=class extends Xe{constructor(){super(...arguments),this.svg=null,this.autoWidth=!1,this.swapOpacity=!1,this.label=``,this.library=`default`,this.rotate=0,this.resolveIcon=async(e,t)=>{let n;if(t?.spriteSheet){this.hasUpdated||await this.updateComplete,this.svg=j`<svg part="svg">
        <use part="use" href="${e}"></use>
      </svg>`,await this.updateComplete;let n=this.shadowRoot.querySelector(`[part='svg']`);return typeof t.mutator==`function`&&t.mutator(n,this),this.svg}try{if(n=await fetch(e,{mode:`cors`}),!n.ok)return n.status===410?Kt:qt}catch{return qt}try{let e=document.createElement(`div`);e.innerHTML=await n.text();let t=e.firstElementChild;if(t?.tagName?.toLowerCase()!==`svg`)return Kt;Rt||=new DOMParser;let r=Rt.parseFromString(t.outerHTML,`text/html`).body.querySelector(`svg`);return r?(r.part.add(`svg`),document.adoptNode(r)):Kt}catch{return Kt}}}connectedCallback(){super.connectedCallback(),(e=>{Ft.add(e)})(this)}firstUpdated(e){super.firstUpdated(e),this.hasAttribute(`rotate`)&&this.style.setProperty(`--rotate-angle`,this.rotate+`deg`),this.setIcon()}disconnectedCallback(){super.disconnectedCallback(),(e=>{Ft.delete(e)})(this)}async getIconSource(){let e=It(this.library),t=this.family||`classic`;if(this.name&&e){let n=this.canvas===`auto`||this.autoWidth,r;try{r=await e.resolver(this.name,t,this.variant,n)}catch{r=void 0}return{url:r,fromLibrary:!0}}return{url:this.src,fromLibrary:!1}}handleLabelChange(){typeof this.label==`string`&&this.label.length>0?(this.setAttribute(`role`,`img`),this.setAttribute(`aria-label`,this.label),this.removeAttribute(`aria-hidden`)):(this.removeAttribute(`role`),this.removeAttribute(`aria-label`),this.setAttribute(`aria-hidden`,`true`))}async setIcon(){let{url:e,fromLibrary:t}=await this.getIconSource(),n=t?It(this.library):void 0;if(!e)return void(this.svg=null);let r=Jt.get(e);r||(r=this.resolveIcon(e,n),Jt.set(e,r));let i=await r;if(i===qt&&Jt.delete(e),e===(await this.getIconSource()).url){if((e=>e?._$litType$!==void 0)(i))this.svg=i;else switch(i){case qt:case Kt:this.svg=null,this.dispatchEvent(new Dt);break;default:this.svg=i.cloneNode(!0),n?.mutator?.(this.svg,this),this.dispatchEvent(new Ot)}}}willUpdate(e){return this.style||this.setStyleProperty(`--rotate-angle`,this.rotate+`deg`),super.willUpdate(e)}updated(e){super.updated(e);let t=It(this.library);this.hasAttribute(`rotate`)&&this.style.setProperty(`--rotate-angle`,this.rotate+`deg`);let n=this.shadowRoot?.querySelector(`svg`);n&&t?.mutator?.(n,this)}render(){return this.hasUpdated?this.svg:j`<svg part="svg" width="16" height="16" viewBox="0 0 16 16"></svg>`}};Yt.css=kt,c([He()],Yt.prototype,`svg`,2),c([F({reflect:!0})],Yt.prototype,`name`,2),c([F({reflect:!0})],Yt.prototype,`family`,2),c([F({reflect:!0})],Yt.prototype,`variant`,2),c([F({reflect:!0})],Yt.prototype,`canvas`,2),c([F({attribute:`auto-width`,type:Boolean,reflect:!0})],Yt.prototype,`autoWidth`,2),c([F({attribute:`swap-opacity`,type:Boolean,reflect:!0})],Yt.prototype,`swapOpacity`,2),c([F()],Yt.prototype,`src`,2),c([F()],Yt.prototype,`label`,2),c([F({reflect:!0})],Yt.prototype,`library`,2),c([F({type:Number,reflect:!0})],Yt.prototype,`rotate`,2),c([F({type:String,reflect:!0})],Yt.prototype,`flip`,2),c([F({type:String,reflect:!0})],Yt.prototype,`animation`,2),c([I(`label`)],Yt.prototype,`handleLabelChange`,1),c([I([`family`,`name`,`library`,`variant`,`src`,`autoWidth`,`canvas`,`swapOpacity`],{waitUntilFirstUpdate:!0})],Yt.prototype,`setIcon`,1),Yt=c([ze(`wa-icon`)],Yt);var Xt=class extends Event{constructor(e){super(`wa-copy`,{bubbles:!0,cancelable:!1,composed:!0}),this.detail=e}},Zt=null,Qt=null;function $t(e){let t=document.createElement(`div`);return t.setAttribute(`role`,`log`),t.setAttribute(`aria-live`,e),t.setAttribute(`aria-relevant`,`additions`),Object.assign(t.style,{position:`absolute`,width:`1px`,height:`1px`,margin:`-1px`,padding:`0`,border:`0`,overflow:`hidden`,clip:`rect(0 0 0 0)`,clipPath:`inset(50%)`,whiteSpace:`nowrap`}),t}var en=h`
  :host {
    display: inline-block;
    color: var(--wa-color-neutral-on-quiet);
  }

  .copy-button__trigger {
    position: relative;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    background-color: transparent;
    border: none;
    border-radius: var(--wa-form-control-border-radius);
    color: inherit;
    font-size: inherit;
    height: calc(var(--wa-form-control-height) * 0.8);
    aspect-ratio: 1;
    cursor: pointer;
    transition-property: background-color, color;
    transition-duration: var(--wa-transition-fast);
    transition-timing-function: var(--wa-transition-easing);
  }

  @media (hover: hover) {
    .button:hover:not([disabled]) {
      background-color: var(--wa-color-neutral-fill-quiet);
      color: color-mix(in oklab, currentColor, var(--wa-color-mix-hover));
    }
  }

  .button:focus-visible:not([disabled]) {
    background-color: var(--wa-color-neutral-fill-quiet);
    color: color-mix(in oklab, currentColor, var(--wa-color-mix-hover));
  }

  .button:active:not([disabled]) {
    color: color-mix(in oklab, currentColor, var(--wa-color-mix-active));
  }

  .button:focus-visible {
    outline: var(--wa-focus-ring);
    outline-offset: var(--wa-focus-ring-offset);
  }

  .button[disabled] {
    opacity: 0.5;
    cursor: not-allowed !important;
  }

  slot {
    display: inline-flex;
  }

  /* Icon swap animation */
  .show {
    animation: copy-button-icon-show var(--wa-transition-fast) var(--wa-transition-easing);
  }

  .hide {
    animation: copy-button-icon-show var(--wa-transition-fast) var(--wa-transition-easing) reverse;
  }

  @keyframes copy-button-icon-show {
    from {
      scale: 0.25;
      opacity: 0.25;
    }
    to {
      scale: 1;
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .show,
    .hide {
      animation-duration: 1ms;
    }
  }
`,B=h`
  .wa-visually-hidden:not(:focus-within),
  .wa-visually-hidden-force,
  .wa-visually-hidden-hint::part(hint),
  .wa-visually-hidden-label::part(label),
  .wa-visually-hidden-label::part(form-control-label) {
    top: 0px !important;
    left: 0px !important;
    position: absolute !important;
    width: 1px !important;
    height: 1px !important;
    clip: rect(0 0 0 0) !important;
    clip-path: inset(50%) !important;
    border: none !important;
    overflow: hidden !important;
    white-space: nowrap !important;
    padding: 0 !important;
  }
`;function tn(e=``){return`${e}${((e=21)=>{let t=``,n=crypto.getRandomValues(new Uint8Array(e|=0));for(;e--;)t+=`useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict`[63&n[e]];return t})()}`}function nn(e,t){return new Promise(n=>{let r=new AbortController,{signal:i}=r;if(e.classList.contains(t))return;e.classList.add(t);let a=!1,o=()=>{a||(a=!0,e.classList.remove(t),n(),r.abort())};e.addEventListener(`animationend`,o,{once:!0,signal:i}),e.addEventListener(`animationcancel`,o,{once:!0,signal:i}),requestAnimationFrame(()=>{a||e.getAnimations().length!==0||o()})})}var V=class extends Xe{constructor(){super(...arguments),this.localize=new gt(this),this.isCopying=!1,this.status=`rest`,this.hasCustomTrigger=!1,this.customTriggerEl=null,this.lightTooltip=null,this.feedbackTimeout=null,this.value=``,this.from=``,this.disabled=!1,this.copyLabel=``,this.successLabel=``,this.errorLabel=``,this.feedbackDuration=1e3,this.tooltipPlacement=`top`,this.tooltip=`full`,this.handleDefaultSlotChange=()=>{let e=(this.defaultSlot?.assignedElements({flatten:!0})??[]).find(e=>e instanceof HTMLElement)??null;e!==this.customTriggerEl&&(this.releaseAssignedId(this.customTriggerEl),this.customTriggerEl=e),this.hasCustomTrigger=e!==null,e&&this.tooltip!==`none`?(e.id||(e.id=tn(`wa-copy-button-trigger-`),e.__waCopyButtonAssignedId=!0),this.ensureLightTooltip()):this.removeLightTooltip()}}get activeTooltip(){return this.lightTooltip??this.shadowTooltip??null}get currentLabel(){return this.status===`success`?this.successLabel||this.localize.term(`copied`):this.status===`error`?this.errorLabel||this.localize.term(`error`):this.copyLabel||this.localize.term(`copy`)}firstUpdated(e){super.firstUpdated(e),this.didSSR?this.updateComplete.then(()=>{this.handleDefaultSlotChange()}):this.handleDefaultSlotChange()}disconnectedCallback(){super.disconnectedCallback(),this.removeLightTooltip()}handleStatusChange(){this.customStates.set(`success`,this.status===`success`),this.customStates.set(`error`,this.status===`error`),this.syncTooltipText(),this.status!==`success`&&this.status!==`error`||((e,t=`polite`)=>{if(!e)return;let n=(e=>e===`assertive`?(Qt??=document.body.appendChild($t(`assertive`)),Qt):(Zt??=document.body.appendChild($t(`polite`)),Zt))(t),r=document.createElement(`div`);r.textContent=e,n.appendChild(r),setTimeout(()=>r.remove(),7e3)})(this.currentLabel,`polite`)}handleLabelChange(){this.syncTooltipText()}handleTooltipOptionsChange(){this.lightTooltip&&(this.lightTooltip.placement=this.tooltipPlacement,this.lightTooltip.disabled=this.disabled)}handleTooltipModeChange(e){this.tooltip===`none`?this.removeLightTooltip():e===`none`?this.handleDefaultSlotChange():this.lightTooltip&&this.lightTooltip.setAttribute(`trigger`,this.tooltip===`copy`?`manual`:`hover focus`)}releaseAssignedId(e){e&&e.__waCopyButtonAssignedId&&(e.removeAttribute(`id`),delete e.__waCopyButtonAssignedId)}ensureLightTooltip(){if(!this.customTriggerEl)return;let e=this.tooltip===`copy`?`manual`:`hover focus`;if(this.lightTooltip)this.lightTooltip.setAttribute(`for`,this.customTriggerEl.id),this.lightTooltip.setAttribute(`trigger`,e),this.lightTooltip.placement=this.tooltipPlacement,this.lightTooltip.disabled=this.disabled,this.lightTooltip.textContent=this.currentLabel;else{let t=document.createElement(`wa-tooltip`);t.setAttribute(`slot`,`wa-internal-tooltip`),t.setAttribute(`part`,`feedback`),t.setAttribute(`trigger`,e),t.dataset.copyButtonTooltip=``,t.setAttribute(`for`,this.customTriggerEl.id),t.placement=this.tooltipPlacement,t.disabled=this.disabled,t.textContent=this.currentLabel,this.appendChild(t),this.lightTooltip=t}}removeLightTooltip(){this.lightTooltip&&=(this.releaseAssignedId(this.customTriggerEl),this.lightTooltip.remove(),null)}syncTooltipText(){this.lightTooltip&&(this.lightTooltip.textContent=this.currentLabel)}async handleCopy(){if(this.disabled||this.isCopying)return;this.isCopying=!0;let e=this.value;if(this.from){let t=this.getRootNode(),n=this.from.includes(`.`),r=this.from.includes(`[`)&&this.from.includes(`]`),i=this.from,a=``;n?[i,a]=this.from.trim().split(`.`):r&&([i,a]=this.from.trim().replace(/\]$/,``).split(`[`));let o=`getElementById`in t?t.getElementById(i):null;o?e=r?o.getAttribute(a)||``:n?o[a]||``:o.textContent||``:(this.showStatus(`error`),this.dispatchEvent(new Dt))}if(e)try{await navigator.clipboard.writeText(e),this.showStatus(`success`),this.dispatchEvent(new Xt({value:e}))}catch{this.showStatus(`error`),this.dispatchEvent(new Dt)}else this.showStatus(`error`),this.dispatchEvent(new Dt)}async showStatus(e){if(this.status=e,this.copyIcon){let t=e===`success`?this.successIcon:this.errorIcon;await nn(this.copyIcon,`hide`),this.copyIcon.hidden=!0,t.hidden=!1,await nn(t,`show`)}await this.updateComplete;let t=this.tooltip===`none`?null:this.activeTooltip,n=null;t&&(t.show(),n=new Promise(e=>{t.addEventListener(`wa-after-hide`,()=>{this.feedbackTimeout!==null&&(clearTimeout(this.feedbackTimeout),this.feedbackTimeout=null),e()},{once:!0})}),this.feedbackTimeout=window.setTimeout(async()=>{this.feedbackTimeout=null,await t.hide()},this.feedbackDuration)),setTimeout(async()=>{if(n&&await n,this.copyIcon){let t=e===`success`?this.successIcon:this.errorIcon;await nn(t,`hide`),t.hidden=!0,this.copyIcon.hidden=!1,await nn(this.copyIcon,`show`)}this.status=`rest`,this.isCopying=!1},this.feedbackDuration)}render(){let e=!this.hasCustomTrigger&&this.tooltip!==`none`,t=this.tooltip===`copy`?`manual`:`hover focus`;return this.didSSR&&!this.hasUpdated&&(e=!1),j`
      <div class="copy-button__trigger" @click=${this.handleCopy}>
        <slot @slotchange=${this.handleDefaultSlotChange}></slot>
        <button
          class="button"
          part="button"
          type="button"
          id="copy-button"
          aria-label=${this.currentLabel}
          ?disabled=${this.disabled}
          ?hidden=${this.hasCustomTrigger}
        >
          <slot part="copy-icon" name="copy-icon">
            <wa-icon library="system" name="copy" variant="regular"></wa-icon>
          </slot>
          <slot part="success-icon" name="success-icon" variant="solid" hidden>
            <wa-icon library="system" name="check"></wa-icon>
          </slot>
          <slot part="error-icon" name="error-icon" variant="solid" hidden>
            <wa-icon library="system" name="xmark"></wa-icon>
          </slot>
        </button>

        ${e?j`
              <wa-tooltip
                part="feedback"
                for="copy-button"
                placement=${this.tooltipPlacement}
                trigger=${t}
                class=${yt({"copy-button-tooltip":!0,"copy-button-tooltip-success":this.status===`success`,"copy-button-tooltip-error":this.status===`error`})}
                ?disabled=${this.disabled}
                >${this.currentLabel}</wa-tooltip
              >
            `:``}
        <slot name="${`wa-internal-tooltip`}"></slot>
      </div>
    `}};V.css=[Ke,B,en],c([We(`slot[name="copy-icon"]`)],V.prototype,`copyIcon`,2),c([We(`slot[name="success-icon"]`)],V.prototype,`successIcon`,2),c([We(`slot[name="error-icon"]`)],V.prototype,`errorIcon`,2),c([We(`slot:not([name])`)],V.prototype,`defaultSlot`,2),c([We(`wa-tooltip[part="feedback"]`)],V.prototype,`shadowTooltip`,2),c([He()],V.prototype,`isCopying`,2),c([He()],V.prototype,`status`,2),c([He()],V.prototype,`hasCustomTrigger`,2),c([F()],V.prototype,`value`,2),c([F()],V.prototype,`from`,2),c([F({type:Boolean,reflect:!0})],V.prototype,`disabled`,2),c([F({attribute:`copy-label`})],V.prototype,`copyLabel`,2),c([F({attribute:`success-label`})],V.prototype,`successLabel`,2),c([F({attribute:`error-label`})],V.prototype,`errorLabel`,2),c([F({attribute:`feedback-duration`,type:Number})],V.prototype,`feedbackDuration`,2),c([F({attribute:`tooltip-placement`,reflect:!0})],V.prototype,`tooltipPlacement`,2),c([F({reflect:!0})],V.prototype,`tooltip`,2),c([I(`status`)],V.prototype,`handleStatusChange`,1),c([I([`copyLabel`,`successLabel`,`errorLabel`])],V.prototype,`handleLabelChange`,1),c([I([`tooltipPlacement`,`disabled`],{waitUntilFirstUpdate:!0})],V.prototype,`handleTooltipOptionsChange`,1),c([I(`tooltip`,{waitUntilFirstUpdate:!0})],V.prototype,`handleTooltipModeChange`,1),V=c([ze(`wa-copy-button`)],V);var rn=h`
  :host {
    --max-width: 30ch;

    /** These styles are added so we don't interfere in the DOM. */
    display: inline-block;
    position: absolute;

    /** Defaults for inherited CSS properties */
    color: var(--wa-tooltip-content-color);
    font-size: var(--wa-tooltip-font-size);
    line-height: var(--wa-tooltip-line-height);
    text-align: start;
    white-space: normal;
  }

  .tooltip {
    --arrow-size: var(--wa-tooltip-arrow-size);
    --arrow-color: var(--wa-tooltip-background-color);
  }

  .tooltip::part(popup) {
    z-index: 1000;
  }

  .tooltip[placement^='top']::part(popup) {
    transform-origin: bottom;
  }

  .tooltip[placement^='bottom']::part(popup) {
    transform-origin: top;
  }

  .tooltip[placement^='left']::part(popup) {
    transform-origin: right;
  }

  .tooltip[placement^='right']::part(popup) {
    transform-origin: left;
  }

  .body {
    display: block;
    width: max-content;
    max-width: var(--max-width);
    border-radius: var(--wa-tooltip-border-radius);
    background-color: var(--wa-tooltip-background-color);
    border: var(--wa-tooltip-border-width) var(--wa-tooltip-border-style) var(--wa-tooltip-border-color);
    padding: 0.25em 0.5em;
    user-select: none;
    -webkit-user-select: none;
  }

  .tooltip {
    --popup-border-width: var(--wa-tooltip-border-width);

    /* Inset box-shadow, not a border: Safari seams a clip-path edge that runs along a border. */
    &::part(arrow) {
      box-shadow: inset calc(-1 * var(--wa-tooltip-border-width)) calc(-1 * var(--wa-tooltip-border-width)) 0 0
        var(--wa-tooltip-border-color);
    }
  }
`,an=class extends Event{constructor(){super(`wa-show`,{bubbles:!0,cancelable:!0,composed:!0})}},on=class extends Event{constructor(e){super(`wa-hide`,{bubbles:!0,cancelable:!0,composed:!0}),this.detail=e}},sn=class extends Event{constructor(){super(`wa-after-hide`,{bubbles:!0,cancelable:!1,composed:!0})}},cn=class extends Event{constructor(){super(`wa-after-show`,{bubbles:!0,cancelable:!1,composed:!0})}},ln=class extends Event{constructor(){super(`wa-reposition`,{bubbles:!0,cancelable:!1,composed:!0})}},un=h`
  :host {
    --arrow-color: black;
    --arrow-size: var(--wa-tooltip-arrow-size);
    --popup-border-width: 0px;
    --show-duration: var(--wa-transition-fast);
    --hide-duration: var(--wa-transition-fast);

    /*
     * These properties are computed to account for the arrow's dimensions after being rotated 45º. The constant
     * 0.7071 is derived from sin(45) to calculate the length of the arrow after rotation.
     *
     * The diamond will be translated inward by --arrow-base-offset, the border thickness, to centralise it on
     * the inner edge of the popup border. This also means we need to increase the size of the arrow by the
     * same amount to compensate.
     *
     * A diamond shaped clipping mask is used to avoid overlap of popup content. This extends slightly inward so
     * the popup border is covered with no sub-pixel rounding artifacts. The diamond corners are mitred at 22.5º
     * to properly merge any arrow border with the popup border. The constant 1.4142 is derived from 1 + tan(22.5).
     *
     */
    --arrow-base-offset: var(--popup-border-width);
    --arrow-size-diagonal: calc((var(--arrow-size) + var(--arrow-base-offset)) * 0.7071);
    --arrow-padding-offset: calc(var(--arrow-size-diagonal) - var(--arrow-size));
    --arrow-size-div: calc(var(--arrow-size-diagonal) * 2);
    --arrow-clipping-corner: calc(var(--arrow-base-offset) * 1.4142);

    display: contents;
  }

  .popup {
    position: absolute;
    isolation: isolate;
    max-width: var(--auto-size-available-width, none);
    max-height: var(--auto-size-available-height, none);

    /* Clear UA styles for [popover] */
    :where(&) {
      inset: unset;
      padding: unset;
      margin: unset;
      width: unset;
      height: unset;
      color: unset;
      background: unset;
      border: unset;
      overflow: unset;
    }
  }

  .popup-fixed {
    position: fixed;
  }

  .popup:not(.popup-active) {
    display: none;
  }

  .arrow {
    position: absolute;
    width: var(--arrow-size-div);
    height: var(--arrow-size-div);
    background: var(--arrow-color);
    z-index: 3;
    clip-path: polygon(
      var(--arrow-clipping-corner) 100%,
      var(--arrow-base-offset) calc(100% - var(--arrow-base-offset)),
      calc(var(--arrow-base-offset) - 2px) calc(100% - var(--arrow-base-offset)),
      calc(100% - var(--arrow-base-offset)) calc(var(--arrow-base-offset) - 2px),
      calc(100% - var(--arrow-base-offset)) var(--arrow-base-offset),
      100% var(--arrow-clipping-corner),
      100% 100%
    );
    rotate: 45deg;
  }

  :host([data-current-placement|='left']) .arrow {
    rotate: -45deg;
  }

  :host([data-current-placement|='right']) .arrow {
    rotate: 135deg;
  }

  :host([data-current-placement|='bottom']) .arrow {
    rotate: 225deg;
  }

  /* Hover bridge */
  .popup-hover-bridge:not(.popup-hover-bridge-visible) {
    display: none;
  }

  .popup-hover-bridge {
    position: fixed;
    z-index: 899;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    clip-path: polygon(
      var(--hover-bridge-top-left-x, 0) var(--hover-bridge-top-left-y, 0),
      var(--hover-bridge-top-right-x, 0) var(--hover-bridge-top-right-y, 0),
      var(--hover-bridge-bottom-right-x, 0) var(--hover-bridge-bottom-right-y, 0),
      var(--hover-bridge-bottom-left-x, 0) var(--hover-bridge-bottom-left-y, 0)
    );
  }

  /* Built-in animations */
  .show {
    animation: show var(--show-duration) ease;
  }

  .hide {
    animation: show var(--hide-duration) ease reverse;
  }

  @keyframes show {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }

  .show-with-scale {
    animation: show-with-scale var(--show-duration) ease;
  }

  .hide-with-scale {
    animation: show-with-scale var(--hide-duration) ease reverse;
  }

  @keyframes show-with-scale {
    from {
      opacity: 0;
      scale: 0.8;
    }
    to {
      opacity: 1;
      scale: 1;
    }
  }
`,dn=Math.min,fn=Math.max,pn=Math.round,mn=Math.floor,hn=e=>({x:e,y:e}),gn={left:`right`,right:`left`,bottom:`top`,top:`bottom`};function _n(e,t,n){return fn(e,dn(t,n))}function vn(e,t){return typeof e==`function`?e(t):e}function yn(e){return e.split(`-`)[0]}function bn(e){return e.split(`-`)[1]}function xn(e){return e===`x`?`y`:`x`}function Sn(e){return e===`y`?`height`:`width`}function Cn(e){let t=e[0];return t===`t`||t===`b`?`y`:`x`}function wn(e){return xn(Cn(e))}function Tn(e){return e.includes(`start`)?e.replace(`start`,`end`):e.replace(`end`,`start`)}var En=[`left`,`right`],Dn=[`right`,`left`],On=[`top`,`bottom`],kn=[`bottom`,`top`];function An(e){let t=yn(e);return gn[t]+e.slice(t.length)}function jn(e){return typeof e==`number`?{top:e,right:e,bottom:e,left:e}:(e=>({top:e.top??0,right:e.right??0,bottom:e.bottom??0,left:e.left??0}))(e)}function Mn(e){let{x:t,y:n,width:r,height:i}=e;return{width:r,height:i,top:n,left:t,right:t+r,bottom:n+i,x:t,y:n}}function Nn(e,t,n){let{reference:r,floating:i}=e,a=Cn(t),o=wn(t),s=Sn(o),c=yn(t),l=a===`y`,u=r.x+r.width/2-i.width/2,d=r.y+r.height/2-i.height/2,f=r[s]/2-i[s]/2,p;switch(c){case`top`:p={x:u,y:r.y-i.height};break;case`bottom`:p={x:u,y:r.y+r.height};break;case`right`:p={x:r.x+r.width,y:d};break;case`left`:p={x:r.x-i.width,y:d};break;default:p={x:r.x,y:r.y}}let m=bn(t);return m&&(p[o]+=f*(m===`end`?1:-1)*(n&&l?-1:1)),p}async function Pn(e,t){var n;t===void 0&&(t={});let{x:r,y:i,platform:a,rects:o,elements:s,strategy:c}=e,{boundary:l=`clippingAncestors`,rootBoundary:u=`viewport`,elementContext:d=`floating`,altBoundary:f=!1,padding:p=0}=vn(t,e),m=jn(p),h=s[f?d===`floating`?`reference`:`floating`:d],g=Mn(await a.getClippingRect({element:(n=await(a.isElement==null?void 0:a.isElement(h)))==null||n?h:h.contextElement||await(a.getDocumentElement==null?void 0:a.getDocumentElement(s.floating)),boundary:l,rootBoundary:u,strategy:c})),_=d===`floating`?{x:r,y:i,width:o.floating.width,height:o.floating.height}:o.reference,v=await(a.getOffsetParent==null?void 0:a.getOffsetParent(s.floating)),y=await(a.isElement==null?void 0:a.isElement(v))&&await(a.getScale==null?void 0:a.getScale(v))||{x:1,y:1},b=Mn(a.convertOffsetParentRelativeRectToViewportRelativeRect?await a.convertOffsetParentRelativeRectToViewportRelativeRect({elements:s,rect:_,offsetParent:v,strategy:c}):_);return{top:(g.top-b.top+m.top)/y.y,bottom:(b.bottom-g.bottom+m.bottom)/y.y,left:(g.left-b.left+m.left)/y.x,right:(b.right-g.right+m.right)/y.x}}var Fn=new Set([`left`,`top`]);function In(){return typeof window<`u`}function Ln(e){return Bn(e)?(e.nodeName||``).toLowerCase():`#document`}function Rn(e){var t;return(e==null||(t=e.ownerDocument)==null?void 0:t.defaultView)||window}function zn(e){return((Bn(e)?e.ownerDocument:e.document)||window.document)?.documentElement}function Bn(e){return!!In()&&(e instanceof Node||e instanceof Rn(e).Node)}function Vn(e){return!!In()&&(e instanceof Element||e instanceof Rn(e).Element)}function Hn(e){return!!In()&&(e instanceof HTMLElement||e instanceof Rn(e).HTMLElement)}function Un(e){return!(!In()||typeof ShadowRoot>`u`)&&(e instanceof ShadowRoot||e instanceof Rn(e).ShadowRoot)}function Wn(e){let{overflow:t,overflowX:n,overflowY:r,display:i}=er(e);return/auto|scroll|overlay|hidden|clip/.test(t+r+n)&&i!==`inline`&&i!==`contents`}function Gn(e){return/^(table|td|th)$/.test(Ln(e))}function Kn(e){try{if(e.matches(`:popover-open`))return!0}catch{}try{return e.matches(`:modal`)}catch{return!1}}var qn,Jn=/transform|translate|scale|rotate|perspective|filter/,Yn=/paint|layout|strict|content/,Xn=e=>!!e&&e!==`none`;function Zn(e){let t=Vn(e)?er(e):e;return Xn(t.transform)||Xn(t.translate)||Xn(t.scale)||Xn(t.rotate)||Xn(t.perspective)||!Qn()&&(Xn(t.backdropFilter)||Xn(t.filter))||Jn.test(t.willChange||``)||Yn.test(t.contain||``)}function Qn(){return qn??=typeof CSS<`u`&&CSS.supports&&CSS.supports(`-webkit-backdrop-filter`,`none`),qn}function $n(e){return/^(html|body|#document)$/.test(Ln(e))}function er(e){return Rn(e).getComputedStyle(e)}function tr(e){return Vn(e)?{scrollLeft:e.scrollLeft,scrollTop:e.scrollTop}:{scrollLeft:e.scrollX,scrollTop:e.scrollY}}function nr(e){if(Ln(e)===`html`)return e;let t=e.assignedSlot||e.parentNode||Un(e)&&e.host||zn(e);return Un(t)?t.host:t}function rr(e){let t=nr(e);return $n(t)?(e.ownerDocument||e).body:Hn(t)&&Wn(t)?t:rr(t)}function ir(e,t,n){t===void 0&&(t=[]),n===void 0&&(n=!0);let r=rr(e),i=r===e.ownerDocument?.body,a=Rn(r);if(i){let e=ar(a);return t.concat(a,a.visualViewport||[],Wn(r)?r:[],e&&n?ir(e):[])}return t.concat(r,ir(r,[],n))}function ar(e){return e.parent&&Object.getPrototypeOf(e.parent)?e.frameElement:null}function or(e){let t=er(e),n=parseFloat(t.width)||0,r=parseFloat(t.height)||0,i=Hn(e),a=i?e.offsetWidth:n,o=i?e.offsetHeight:r,s=pn(n)!==a||pn(r)!==o;return s&&(n=a,r=o),{width:n,height:r,$:s}}function sr(e){return Vn(e)?e:e.contextElement}function cr(e){let t=sr(e);if(!Hn(t))return hn(1);let n=t.getBoundingClientRect(),{width:r,height:i,$:a}=or(t),o=(a?pn(n.width):n.width)/r,s=(a?pn(n.height):n.height)/i;return o&&Number.isFinite(o)||(o=1),s&&Number.isFinite(s)||(s=1),{x:o,y:s}}var lr=hn(0);function ur(e){let t=Rn(e);return Qn()&&t.visualViewport?{x:t.visualViewport.offsetLeft,y:t.visualViewport.offsetTop}:lr}function dr(e,t,n,r){t===void 0&&(t=!1),n===void 0&&(n=!1);let i=e.getBoundingClientRect(),a=sr(e),o=hn(1);t&&(r?Vn(r)&&(o=cr(r)):o=cr(e));let s=((e,t,n)=>(t===void 0&&(t=!1),!!n&&t&&n===Rn(e)))(a,n,r)?ur(a):hn(0),c=(i.left+s.x)/o.x,l=(i.top+s.y)/o.y,u=i.width/o.x,d=i.height/o.y;if(a&&r){let e=Rn(a),t=Vn(r)?Rn(r):r,n=e,i=ar(n);for(;i&&t!==n;){let e=cr(i),t=i.getBoundingClientRect(),r=er(i),a=t.left+(i.clientLeft+parseFloat(r.paddingLeft))*e.x,o=t.top+(i.clientTop+parseFloat(r.paddingTop))*e.y;c*=e.x,l*=e.y,u*=e.x,d*=e.y,c+=a,l+=o,n=Rn(i),i=ar(n)}}return Mn({width:u,height:d,x:c,y:l})}function fr(e,t){let n=tr(e).scrollLeft;return t?t.left+n:dr(zn(e)).left+n}function pr(e,t){let n=e.getBoundingClientRect();return{x:n.left+t.scrollLeft-fr(e,n),y:n.top+t.scrollTop}}function mr(e,t,n){let r;if(t===`viewport`||t===`layoutViewport`)r=((e,t,n)=>{n===void 0&&(n=`viewport`);let r=n===`layoutViewport`,i=Rn(e),a=zn(e),o=i.visualViewport,s=a.clientWidth,c=a.clientHeight,l=0,u=0;if(o){let e=!Qn()||t===`fixed`;r?e||(l=-o.offsetLeft,u=-o.offsetTop):(s=o.width,c=o.height,e&&(l=o.offsetLeft,u=o.offsetTop))}if(fr(a)<=0){let e=a.ownerDocument,t=e.body,n=getComputedStyle(t),r=e.compatMode===`CSS1Compat`&&parseFloat(n.marginLeft)+parseFloat(n.marginRight)||0,i=Math.abs(a.clientWidth-t.clientWidth-r),o=getComputedStyle(a).scrollbarGutter===`stable both-edges`?i/2:i;o<=25&&(s-=o)}return{width:s,height:c,x:l,y:u}})(e,n,t);else if(t===`document`)r=(e=>{let t=tr(e),n=e.ownerDocument.body,r=fn(e.scrollWidth,e.clientWidth,n.scrollWidth,n.clientWidth),i=fn(e.scrollHeight,e.clientHeight,n.scrollHeight,n.clientHeight),a=-t.scrollLeft+fr(e),o=-t.scrollTop;return er(n).direction===`rtl`&&(a+=fn(e.clientWidth,n.clientWidth)-r),{width:r,height:i,x:a,y:o}})(zn(e));else if(Vn(t))r=((e,t)=>{let n=dr(e,!0,t===`fixed`),r=n.top+e.clientTop,i=n.left+e.clientLeft,a=cr(e);return{width:e.clientWidth*a.x,height:e.clientHeight*a.y,x:i*a.x,y:r*a.y}})(t,n);else{let n=ur(e);r={x:t.x-n.x,y:t.y-n.y,width:t.width,height:t.height}}return Mn(r)}function hr(e,t){let n=t.get(e);if(n)return n;let r=ir(e,[],!1).filter(e=>Vn(e)&&Ln(e)!==`body`),i=null,a=er(e).position===`fixed`,o=a?nr(e):e;for(;Vn(o)&&!$n(o);){let e=er(o),t=Zn(o),n=i?i.position:a?`fixed`:``;t||n!==`fixed`&&(n!==`absolute`||e.position!==`static`)?i=e:r=r.filter(e=>e!==o),o=nr(o)}return t.set(e,r),r}function gr(e,t,n){let r=Hn(t),i=zn(t),a=n===`fixed`,o=dr(e,!0,a,t),s={scrollLeft:0,scrollTop:0},c=hn(0);if((r||!a)&&((Ln(t)!==`body`||Wn(i))&&(s=tr(t)),r)){let e=dr(t,!0,a,t);c.x=e.x+t.clientLeft,c.y=e.y+t.clientTop}!r&&i&&(c.x=fr(i));let l=!i||r||a?hn(0):pr(i,s);return{x:o.left+s.scrollLeft-c.x-l.x,y:o.top+s.scrollTop-c.y-l.y,width:o.width,height:o.height}}function _r(e){return er(e).position===`static`}function vr(e,t){if(!Hn(e)||er(e).position===`fixed`)return null;if(t)return t(e);let n=e.offsetParent;return zn(e)===n&&(n=n.ownerDocument.body),n}function yr(e,t){let n=Rn(e);if(Kn(e))return n;if(!Hn(e)){let t=nr(e);for(;t&&!$n(t);){if(Vn(t)&&!_r(t))return t;t=nr(t)}return n}let r=vr(e,t);for(;r&&Gn(r)&&_r(r);)r=vr(r,t);return r&&$n(r)&&_r(r)&&!Zn(r)?n:r||(e=>{let t=nr(e);for(;Hn(t)&&!$n(t);){if(Zn(t))return t;if(Kn(t))return null;t=nr(t)}return null})(e)||n}var br={convertOffsetParentRelativeRectToViewportRelativeRect(e){let{elements:t,rect:n,offsetParent:r,strategy:i}=e,a=i===`fixed`,o=zn(r),s=!!t&&Kn(t.floating);if(r===o||s&&a)return n;let c={scrollLeft:0,scrollTop:0},l=hn(1),u=hn(0),d=Hn(r);if((d||!a)&&((Ln(r)!==`body`||Wn(o))&&(c=tr(r)),d)){let e=dr(r);l=cr(r),u.x=e.x+r.clientLeft,u.y=e.y+r.clientTop}let f=!o||d||a?hn(0):pr(o,c);return{width:n.width*l.x,height:n.height*l.y,x:n.x*l.x-c.scrollLeft*l.x+u.x+f.x,y:n.y*l.y-c.scrollTop*l.y+u.y+f.y}},getDocumentElement:zn,getClippingRect(e){let{element:t,boundary:n,rootBoundary:r,strategy:i}=e,a=[...n===`clippingAncestors`?Kn(t)?[]:hr(t,this._c):[].concat(n),r],o=mr(t,a[0],i),s=o.top,c=o.right,l=o.bottom,u=o.left;for(let e=1;e<a.length;e++){let n=mr(t,a[e],i);s=fn(n.top,s),c=dn(n.right,c),l=dn(n.bottom,l),u=fn(n.left,u)}return{width:c-u,height:l-s,x:u,y:s}},getOffsetParent:yr,async getElementRects(e){let t=this.getOffsetParent||yr,n=this.getDimensions,r=await n(e.floating);return{reference:gr(e.reference,await t(e.floating),e.strategy),floating:{x:0,y:0,width:r.width,height:r.height}}},getClientRects(e){return e.getClientRects?Array.from(e.getClientRects()):[]},getDimensions(e){let{width:t,height:n}=or(e);return{width:t,height:n}},getScale:cr,isElement:Vn,isRTL(e){return er(e).direction===`rtl`}};function xr(e,t){return e.x===t.x&&e.y===t.y&&e.width===t.width&&e.height===t.height}var Sr=e=>(e===void 0&&(e={}),{name:`size`,options:e,async fn(t){let{placement:n,rects:r,platform:i,elements:a}=t,{apply:o=()=>{},...s}=vn(e,t),c=await i.detectOverflow(t,s),l=yn(n),u=bn(n),d=Cn(n)===`y`,{width:f,height:p}=r.floating,m,h;l===`top`||l===`bottom`?(m=l,h=u===(await(i.isRTL==null?void 0:i.isRTL(a.floating))?`start`:`end`)?`left`:`right`):(h=l,m=u===`end`?`top`:`bottom`);let g=p-c.top-c.bottom,_=f-c.left-c.right,v=dn(p-c[m],g),y=dn(f-c[h],_),b=t.middlewareData.shift,x=!b,S=v,C=y;b!=null&&b.enabled.x&&(C=_),b!=null&&b.enabled.y&&(S=g),x&&!u&&(d?C=f-2*fn(c.left,c.right):S=p-2*fn(c.top,c.bottom)),await o({...t,availableWidth:C,availableHeight:S});let w=await i.getDimensions(a.floating);return f!==w.width||p!==w.height?{reset:{rects:!0}}:{}}});function Cr(e){return(e=>{for(let t=e;t;t=wr(t))if(t instanceof Element&&getComputedStyle(t).display===`none`)return null;for(let t=wr(e);t;t=wr(t)){if(!(t instanceof Element))continue;let e=getComputedStyle(t);if(e.display!==`contents`&&(e.position!==`static`||Zn(e)||t.tagName===`BODY`))return t}return null})(e)}function wr(e){return e.assignedSlot?e.assignedSlot:e.parentNode instanceof ShadowRoot?e.parentNode.host:e.parentNode}function Tr(e){return typeof e==`object`&&!!e&&`getBoundingClientRect`in e&&(!(`contextElement`in e)||e instanceof Element)}var Er=!!globalThis?.HTMLElement?.prototype.hasOwnProperty(`popover`),H=class extends Xe{constructor(){super(...arguments),this.localize=new gt(this),this.SUPPORTS_POPOVER=!1,this.active=!1,this.placement=`top`,this.boundary=`viewport`,this.distance=0,this.skidding=0,this.arrow=!1,this.arrowPlacement=`anchor`,this.arrowPadding=10,this.flip=!1,this.flipFallbackPlacements=``,this.flipFallbackStrategy=`best-fit`,this.flipPadding=0,this.shift=!1,this.shiftPadding=0,this.autoSizePadding=0,this.hoverBridge=!1,this.updateHoverBridge=()=>{if(this.hoverBridge&&this.anchorEl&&this.popup){let e=this.anchorEl.getBoundingClientRect(),t=this.popup.getBoundingClientRect(),n=0,r=0,i=0,a=0,o=0,s=0,c=0,l=0;this.placement.includes(`top`)||this.placement.includes(`bottom`)?e.top<t.top?(n=e.left,r=e.bottom,i=e.right,a=e.bottom,o=t.left,s=t.top,c=t.right,l=t.top):(n=t.left,r=t.bottom,i=t.right,a=t.bottom,o=e.left,s=e.top,c=e.right,l=e.top):e.left<t.left?(n=e.right,r=e.top,i=t.left,a=t.top,o=e.right,s=e.bottom,c=t.left,l=t.bottom):(n=t.right,r=t.top,i=e.left,a=e.top,o=t.right,s=t.bottom,c=e.left,l=e.bottom),this.style.setProperty(`--hover-bridge-top-left-x`,n+`px`),this.style.setProperty(`--hover-bridge-top-left-y`,r+`px`),this.style.setProperty(`--hover-bridge-top-right-x`,i+`px`),this.style.setProperty(`--hover-bridge-top-right-y`,a+`px`),this.style.setProperty(`--hover-bridge-bottom-left-x`,o+`px`),this.style.setProperty(`--hover-bridge-bottom-left-y`,s+`px`),this.style.setProperty(`--hover-bridge-bottom-right-x`,c+`px`),this.style.setProperty(`--hover-bridge-bottom-right-y`,l+`px`)}}}async connectedCallback(){super.connectedCallback(),await this.updateComplete,this.SUPPORTS_POPOVER=Er,this.start()}disconnectedCallback(){super.disconnectedCallback(),this.stop()}async updated(e){super.updated(e),e.has(`active`)&&(this.active?this.start():this.stop()),e.has(`anchor`)&&this.handleAnchorChange(),this.active&&(await this.updateComplete,this.reposition())}async handleAnchorChange(){if(await this.stop(),this.anchor&&typeof this.anchor==`string`){let e=this.getRootNode();this.anchorEl=e.getElementById(this.anchor)}else this.anchorEl=this.anchor instanceof Element||Tr(this.anchor)?this.anchor:this.querySelector(`[slot="anchor"]`);this.anchorEl instanceof HTMLSlotElement&&(this.anchorEl=this.anchorEl.assignedElements({flatten:!0})[0]),this.anchorEl&&this.start()}start(){this.anchorEl&&this.active&&this.isConnected&&(this.popup?.showPopover?.(),this.cleanup=((e,t,n,r)=>{r===void 0&&(r={});let{ancestorScroll:i=!0,ancestorResize:a=!0,elementResize:o=typeof ResizeObserver==`function`,layoutShift:s=typeof IntersectionObserver==`function`,animationFrame:c=!1}=r,l=sr(e),u=i||a?[...l?ir(l):[],...t?ir(t):[]]:[];u.forEach(e=>{i&&e.addEventListener(`scroll`,n),a&&e.addEventListener(`resize`,n)});let d=l&&s?((e,t,n)=>{let r,i=null,a=zn(e);function o(){var e;clearTimeout(r),(e=i)==null||e.disconnect(),i=null}function s(n,c){n===void 0&&(n=!1),c===void 0&&(c=1),o();let l=e.getBoundingClientRect(),{left:u,top:d,width:f,height:p}=l;if(n||t(),!f||!p)return;let m={rootMargin:-mn(d)+`px `+-mn(a.clientWidth-(u+f))+`px `+-mn(a.clientHeight-(d+p))+`px `+-mn(u)+`px`,threshold:fn(0,dn(1,c))||1},h=!0;function g(t){let n=t[0].intersectionRatio;if(!xr(l,e.getBoundingClientRect()))return s();if(n!==c){if(!h)return s();n?s(!1,n):r=setTimeout(()=>{s(!1,1e-7)},1e3)}h=!1}try{i=new IntersectionObserver(g,{...m,root:a.ownerDocument})}catch{i=new IntersectionObserver(g,m)}i.observe(e)}let c=Rn(e),l=()=>s(n);return c.addEventListener(`resize`,l),s(!0),()=>{c.removeEventListener(`resize`,l),o()}})(l,n,a):null,f,p=-1,m=null;o&&(m=new ResizeObserver(e=>{let[r]=e;r&&r.target===l&&m&&t&&(m.unobserve(t),cancelAnimationFrame(p),p=requestAnimationFrame(()=>{var e;(e=m)==null||e.observe(t)})),n()}),l&&!c&&m.observe(l),t&&m.observe(t));let h=c?dr(e):null;return c&&function t(){let r=dr(e);h&&!xr(h,r)&&n(),h=r,f=requestAnimationFrame(t)}(),n(),()=>{var e;u.forEach(e=>{i&&e.removeEventListener(`scroll`,n),a&&e.removeEventListener(`resize`,n)}),d?.(),(e=m)==null||e.disconnect(),m=null,c&&cancelAnimationFrame(f)}})(this.anchorEl,this.popup,()=>{this.reposition()}))}async stop(){return new Promise(e=>{this.popup?.hidePopover?.(),this.cleanup?(this.cleanup(),this.cleanup=void 0,this.removeAttribute(`data-current-placement`),this.style.removeProperty(`--auto-size-available-width`),this.style.removeProperty(`--auto-size-available-height`),requestAnimationFrame(()=>e())):e()})}reposition(){if(!this.active||!this.anchorEl||!this.popup)return;let e=[(t={mainAxis:this.distance,crossAxis:this.skidding},t===void 0&&(t=0),{name:`offset`,options:t,async fn(e){var n;let{x:r,y:i,placement:a,middlewareData:o}=e,s=await(async(e,t)=>{let{placement:n,platform:r,elements:i}=e,a=await(r.isRTL==null?void 0:r.isRTL(i.floating)),o=yn(n),s=bn(n),c=Cn(n)===`y`,l=Fn.has(o)?-1:1,u=a&&c?-1:1,d=vn(t,e),{mainAxis:f,crossAxis:p,alignmentAxis:m}=typeof d==`number`?{mainAxis:d,crossAxis:0,alignmentAxis:null}:{mainAxis:d.mainAxis||0,crossAxis:d.crossAxis||0,alignmentAxis:d.alignmentAxis};return s&&typeof m==`number`&&(p=s===`end`?-1*m:m),c?{x:p*u,y:f*l}:{x:f*l,y:p*u}})(e,t);return a===o.offset?.placement&&(n=o.arrow)!=null&&n.alignmentOffset?{}:{x:r+s.x,y:i+s.y,data:{...s,placement:a}}}})];var t;let n;this.sync?e.push(Sr({apply:({rects:e})=>{let t=this.sync===`width`||this.sync===`both`,n=this.sync===`height`||this.sync===`both`;this.popup.style.width=t?e.reference.width+`px`:``,this.popup.style.height=n?e.reference.height+`px`:``}})):(this.popup.style.width=``,this.popup.style.height=``),this.SUPPORTS_POPOVER&&!Tr(this.anchor)&&this.boundary===`scroll`&&(n=ir(this.anchorEl).filter(e=>e instanceof Element)),this.flip&&e.push((e=>(e===void 0&&(e={}),{name:`flip`,options:e,async fn(t){var n;let{placement:r,middlewareData:i,rects:a,initialPlacement:o,platform:s,elements:c}=t,{mainAxis:l=!0,crossAxis:u=!0,fallbackPlacements:d,fallbackStrategy:f=`bestFit`,fallbackAxisSideDirection:p=`none`,flipAlignment:m=!0,...h}=vn(e,t);if((n=i.arrow)!=null&&n.alignmentOffset)return{};let g=yn(r),_=Cn(o),v=yn(o)===o,y=await(s.isRTL==null?void 0:s.isRTL(c.floating)),b=d||(v||!m?[An(o)]:(e=>{let t=An(e);return[Tn(e),t,Tn(t)]})(o)),x=p!==`none`;!d&&x&&b.push(...((e,t,n,r)=>{let i=bn(e),a=((e,t,n)=>{switch(e){case`top`:case`bottom`:return n?t?Dn:En:t?En:Dn;case`left`:case`right`:return t?On:kn;default:return[]}})(yn(e),n===`start`,r);return i&&(a=a.map(e=>e+`-`+i),t&&(a=a.concat(a.map(Tn)))),a})(o,m,p,y));let S=[o,...b],C=await s.detectOverflow(t,h),w=[],ee=i.flip?.overflows||[];if(l&&w.push(C[g]),u){let e=((e,t,n)=>{n===void 0&&(n=!1);let r=bn(e),i=wn(e),a=Sn(i),o=i===`x`?r===(n?`end`:`start`)?`right`:`left`:r===`start`?`bottom`:`top`;return t.reference[a]>t.floating[a]&&(o=An(o)),[o,An(o)]})(r,a,y);w.push(C[e[0]],C[e[1]])}if(ee=[...ee,{placement:r,overflows:w}],!w.every(e=>e<=0)){let e=(i.flip?.index||0)+1,t=S[e];if(t&&(u!==`alignment`||_===Cn(t)||ee.every(e=>Cn(e.placement)!==_||e.overflows[0]>0)))return{data:{index:e,overflows:ee},reset:{placement:t}};let n=ee.filter(e=>e.overflows[0]<=0).sort((e,t)=>e.overflows[1]-t.overflows[1])[0]?.placement;if(!n)switch(f){case`bestFit`:{let e=ee.filter(e=>{if(x){let t=Cn(e.placement);return t===_||t===`y`}return!0}).map(e=>[e.placement,e.overflows.filter(e=>e>0).reduce((e,t)=>e+t,0)]).sort((e,t)=>e[1]-t[1])[0]?.[0];e&&(n=e);break}case`initialPlacement`:n=o}if(r!==n)return{reset:{placement:n}}}return{}}}))({boundary:this.flipBoundary||n,fallbackPlacements:this.flipFallbackPlacements,fallbackStrategy:this.flipFallbackStrategy===`best-fit`?`bestFit`:`initialPlacement`,padding:this.flipPadding})),this.shift&&e.push((e=>(e===void 0&&(e={}),{name:`shift`,options:e,async fn(t){let{x:n,y:r,placement:i,platform:a}=t,{mainAxis:o=!0,crossAxis:s=!1,limiter:c={fn(e){let{x:t,y:n}=e;return{x:t,y:n}}},...l}=vn(e,t),u={x:n,y:r},d=await a.detectOverflow(t,l),f=Cn(i),p=xn(f),m=u[p],h=u[f],g=(e,t)=>_n(t+d[e===`y`?`top`:`left`],t,t-d[e===`y`?`bottom`:`right`]);o&&(m=g(p,m)),s&&(h=g(f,h));let _=c.fn({...t,[p]:m,[f]:h});return{..._,data:{x:_.x-n,y:_.y-r,enabled:{[p]:o,[f]:s}}}}}))({boundary:this.shiftBoundary||n,padding:this.shiftPadding})),this.autoSize?e.push(Sr({boundary:this.autoSizeBoundary||n,padding:this.autoSizePadding,apply:({availableWidth:e,availableHeight:t})=>{this.autoSize===`vertical`||this.autoSize===`both`?this.style.setProperty(`--auto-size-available-height`,t+`px`):this.style.removeProperty(`--auto-size-available-height`),this.autoSize===`horizontal`||this.autoSize===`both`?this.style.setProperty(`--auto-size-available-width`,e+`px`):this.style.removeProperty(`--auto-size-available-width`)}})):(this.style.removeProperty(`--auto-size-available-width`),this.style.removeProperty(`--auto-size-available-height`)),this.arrow&&e.push((e=>({name:`arrow`,options:e,async fn(t){let{x:n,y:r,placement:i,rects:a,platform:o,elements:s,middlewareData:c}=t,{element:l,padding:u=0}=vn(e,t)||{};if(l==null)return{};let d=jn(u),f={x:n,y:r},p=wn(i),m=Sn(p),h=await o.getDimensions(l),g=p===`y`,_=g?`top`:`left`,v=g?`bottom`:`right`,y=g?`clientHeight`:`clientWidth`,b=a.reference[m]+a.reference[p]-f[p]-a.floating[m],x=f[p]-a.reference[p],S=await(o.getOffsetParent==null?void 0:o.getOffsetParent(l)),C=S?S[y]:0;C&&await(o.isElement==null?void 0:o.isElement(S))||(C=s.floating[y]||a.floating[m]);let w=b/2-x/2,ee=C/2-h[m]/2-1,te=dn(d[_],ee),T=dn(d[v],ee),E=C-h[m]-T,D=C/2-h[m]/2+w,ne=_n(te,D,E),re=!c.arrow&&bn(i)!=null&&D!==ne&&a.reference[m]/2-(D<te?te:T)-h[m]/2<0,ie=re?D<te?D-te:D-E:0;return{[p]:f[p]+ie,data:{[p]:ne,centerOffset:D-ne-ie,...re&&{alignmentOffset:ie}},reset:re}}}))({element:this.arrowEl,padding:this.arrowPadding}));let r=this.SUPPORTS_POPOVER?e=>br.getOffsetParent(e,Cr):br.getOffsetParent;((e,t,n)=>{let r=new Map,i=n??{},a={...br,...i.platform,_c:r};return(async(e,t,n)=>{let{placement:r=`bottom`,strategy:i=`absolute`,middleware:a=[],platform:o}=n,s=o.detectOverflow?o:{...o,detectOverflow:Pn},c=await(o.isRTL==null?void 0:o.isRTL(t)),l=await o.getElementRects({reference:e,floating:t,strategy:i}),{x:u,y:d}=Nn(l,r,c),f=r,p=0,m={};for(let n=0;n<a.length;n++){let h=a[n];if(!h)continue;let{name:g,fn:_}=h,{x:v,y,data:b,reset:x}=await _({x:u,y:d,initialPlacement:r,placement:f,strategy:i,middlewareData:m,rects:l,platform:s,elements:{reference:e,floating:t}});u=v??u,d=y??d,m[g]={...m[g],...b},x&&p<50&&(p++,typeof x==`object`&&(x.placement&&(f=x.placement),x.rects&&(l=!0===x.rects?await o.getElementRects({reference:e,floating:t,strategy:i}):x.rects),{x:u,y:d}=Nn(l,f,c)),n=-1)}return{x:u,y:d,placement:f,strategy:i,middlewareData:m}})(e,t,{...i,platform:a})})(this.anchorEl,this.popup,{placement:this.placement,middleware:e,strategy:this.SUPPORTS_POPOVER?`absolute`:`fixed`,platform:{...br,getOffsetParent:r}}).then(({x:e,y:t,middlewareData:n,placement:r})=>{let i=this.localize.dir()===`rtl`,a={top:`bottom`,right:`left`,bottom:`top`,left:`right`}[r.split(`-`)[0]];if(this.setAttribute(`data-current-placement`,r),Object.assign(this.popup.style,{left:e+`px`,top:t+`px`}),this.arrow){let e=n.arrow.x,t=n.arrow.y,r=``,o=``,s=``,c=``;if(this.arrowPlacement===`start`){let n=typeof e==`number`?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:``;r=typeof t==`number`?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:``,o=i?n:``,c=i?``:n}else if(this.arrowPlacement===`end`){let n=typeof e==`number`?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:``;o=i?``:n,c=i?n:``,s=typeof t==`number`?`calc(${this.arrowPadding}px - var(--arrow-padding-offset))`:``}else this.arrowPlacement===`center`?(c=typeof e==`number`?`calc(50% - var(--arrow-size-diagonal))`:``,r=typeof t==`number`?`calc(50% - var(--arrow-size-diagonal))`:``):(c=typeof e==`number`?e+`px`:``,r=typeof t==`number`?t+`px`:``);Object.assign(this.arrowEl.style,{top:r,right:o,bottom:s,left:c,[a]:`calc(var(--arrow-base-offset) - var(--arrow-size-diagonal))`})}}),requestAnimationFrame(()=>this.updateHoverBridge()),this.dispatchEvent(new ln)}render(){return j`
      <slot name="anchor" @slotchange=${this.handleAnchorChange}></slot>

      <span
        part="hover-bridge"
        class=${yt({"popup-hover-bridge":!0,"popup-hover-bridge-visible":this.hoverBridge&&this.active})}
      ></span>

      <div
        popover="manual"
        part="popup"
        class=${yt({popup:!0,"popup-active":this.active,"popup-fixed":!this.SUPPORTS_POPOVER,"popup-has-arrow":this.arrow})}
      >
        <slot></slot>
        ${this.arrow?j`<div part="arrow" class="arrow" role="presentation"></div>`:``}
      </div>
    `}};H.css=un,c([We(`.popup`)],H.prototype,`popup`,2),c([We(`.arrow`)],H.prototype,`arrowEl`,2),c([F({attribute:!1,type:Boolean})],H.prototype,`SUPPORTS_POPOVER`,2),c([F()],H.prototype,`anchor`,2),c([F({type:Boolean,reflect:!0})],H.prototype,`active`,2),c([F({reflect:!0})],H.prototype,`placement`,2),c([F()],H.prototype,`boundary`,2),c([F({type:Number})],H.prototype,`distance`,2),c([F({type:Number})],H.prototype,`skidding`,2),c([F({type:Boolean})],H.prototype,`arrow`,2),c([F({attribute:`arrow-placement`})],H.prototype,`arrowPlacement`,2),c([F({attribute:`arrow-padding`,type:Number})],H.prototype,`arrowPadding`,2),c([F({type:Boolean})],H.prototype,`flip`,2),c([F({attribute:`flip-fallback-placements`,converter:{fromAttribute(e){return e.split(` `).map(e=>e.trim()).filter(e=>e!==``)},toAttribute(e){return e.join(` `)}}})],H.prototype,`flipFallbackPlacements`,2),c([F({attribute:`flip-fallback-strategy`})],H.prototype,`flipFallbackStrategy`,2),c([F({type:Object})],H.prototype,`flipBoundary`,2),c([F({attribute:`flip-padding`,type:Number})],H.prototype,`flipPadding`,2),c([F({type:Boolean})],H.prototype,`shift`,2),c([F({type:Object})],H.prototype,`shiftBoundary`,2),c([F({attribute:`shift-padding`,type:Number})],H.prototype,`shiftPadding`,2),c([F({attribute:`auto-size`})],H.prototype,`autoSize`,2),c([F()],H.prototype,`sync`,2),c([F({type:Object})],H.prototype,`autoSizeBoundary`,2),c([F({attribute:`auto-size-padding`,type:Number})],H.prototype,`autoSizePadding`,2),c([F({attribute:`hover-bridge`,type:Boolean})],H.prototype,`hoverBridge`,2),H=c([ze(`wa-popup`)],H);var Dr=[];function Or(e){kr(e),Dr.push(e)}function kr(e){for(let t=Dr.length-1;t>=0;t--)if(Dr[t]===e){Dr.splice(t,1);break}}function Ar(e){return Dr.length>0&&Dr[Dr.length-1]===e}function jr(e,t){return new Promise(n=>{e.addEventListener(t,function r(i){i.target===e&&(e.removeEventListener(t,r),n())})})}function Mr(e,t){for(;t;){if(t===e)return!0;t=t instanceof Element&&t.assignedSlot?t.assignedSlot:t.parentNode?t.parentNode:t instanceof ShadowRoot?t.host:null}return!1}var Nr=class extends Xe{constructor(){super(...arguments),this.dismissedByPress=!1,this.placement=`top`,this.disabled=!1,this.distance=8,this.open=!1,this.skidding=0,this.showDelay=150,this.hideDelay=0,this.trigger=`hover focus`,this.withoutArrow=!1,this.for=null,this.anchor=null,this.eventController=new AbortController,this.handleBlur=()=>{this.dismissedByPress=!1,this.hasTrigger(`focus`)&&this.hide()},this.handleClick=()=>{this.hasTrigger(`click`)?this.open?this.hide():this.show():this.hasTrigger(`manual`)||this.lightDismiss()},this.handleFocus=()=>{this.dismissedByPress||this.hasTrigger(`focus`)&&this.show()},this.handleMouseDown=()=>{this.hasTrigger(`click`)||this.hasTrigger(`manual`)||this.lightDismiss()},this.handleDocumentKeyDown=e=>{this.hasTrigger(`manual`)||e.key===`Escape`&&this.open&&Ar(this)&&(e.preventDefault(),e.stopPropagation(),this.hide())},this.handleDocumentClick=e=>{this.hasTrigger(`manual`)||this.anchor&&e.composedPath().includes(this.anchor)||this.hide()},this.handleMouseOver=()=>{this.dismissedByPress||this.hasTrigger(`hover`)&&(clearTimeout(this.hoverTimeout),this.hoverTimeout=window.setTimeout(()=>this.show(),this.showDelay))},this.handleMouseOut=e=>{let t=e.relatedTarget,n=!!(t&&this.anchor&&Mr(this.anchor,t)),r=!(!t||!Mr(this,t));n||r||(this.dismissedByPress=!1,this.hasTrigger(`hover`)&&(clearTimeout(this.hoverTimeout),this.hoverTimeout=window.setTimeout(()=>{this.hide()},this.hideDelay)))}}connectedCallback(){super.connectedCallback(),typeof document<`u`&&(this.eventController.signal.aborted&&(this.eventController=new AbortController),this.addEventListener(`mouseout`,this.handleMouseOut),this.dismissedByPress=!1,this.open&&(this.open=!1,this.updateComplete.then(()=>{this.open=!0})),this.id||=tn(`wa-tooltip-`),this.for&&this.anchor?(this.anchor=null,this.handleForChange()):this.for&&this.handleForChange())}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener(`keydown`,this.handleDocumentKeyDown),document.removeEventListener(`click`,this.handleDocumentClick),kr(this),this.eventController.abort(),this.anchor&&this.removeFromAriaLabelledBy(this.anchor,this.id)}firstUpdated(e){this.body.hidden=!this.open,this.open&&(this.popup.active=!0,this.popup.reposition()),super.firstUpdated(e)}lightDismiss(){clearTimeout(this.hoverTimeout),this.dismissedByPress=!0,this.hide()}hasTrigger(e){return this.trigger.split(` `).includes(e)}addToAriaLabelledBy(e,t){let n=(e.getAttribute(`aria-labelledby`)||``).split(/\s+/).filter(Boolean);n.includes(t)||(n.push(t),e.setAttribute(`aria-labelledby`,n.join(` `)))}removeFromAriaLabelledBy(e,t){let n=(e.getAttribute(`aria-labelledby`)||``).split(/\s+/).filter(Boolean).filter(e=>e!==t);n.length>0?e.setAttribute(`aria-labelledby`,n.join(` `)):e.removeAttribute(`aria-labelledby`)}async handleOpenChange(){if(this.open){if(this.disabled)return;let e=new an;if(this.dispatchEvent(e),e.defaultPrevented)return void(this.open=!1);this.hasTrigger(`manual`)||(document.addEventListener(`keydown`,this.handleDocumentKeyDown,{signal:this.eventController.signal}),document.addEventListener(`click`,this.handleDocumentClick,{signal:this.eventController.signal}),Or(this)),this.body.hidden=!1,this.popup.active=!0,await nn(this.popup.popup,`show-with-scale`),this.popup.reposition(),this.dispatchEvent(new cn)}else{let e=new on;if(this.dispatchEvent(e),e.defaultPrevented)return void(this.open=!0);document.removeEventListener(`keydown`,this.handleDocumentKeyDown),document.removeEventListener(`click`,this.handleDocumentClick),kr(this),await nn(this.popup.popup,`hide-with-scale`),this.popup.active=!1,this.body.hidden=!0,this.dispatchEvent(new sn)}}handleForChange(){let e=this.getRootNode?.();if(!e)return;let t=this.for?e.getElementById?.(this.for):null,n=this.anchor;if(t===n)return;this.dismissedByPress=!1;let{signal:r}=this.eventController;t&&(this.addToAriaLabelledBy(t,this.id),t.addEventListener(`blur`,this.handleBlur,{capture:!0,signal:r}),t.addEventListener(`focus`,this.handleFocus,{capture:!0,signal:r}),t.addEventListener(`click`,this.handleClick,{signal:r}),t.addEventListener(`mousedown`,this.handleMouseDown,{signal:r}),t.addEventListener(`mouseover`,this.handleMouseOver,{signal:r}),t.addEventListener(`mouseout`,this.handleMouseOut,{signal:r})),n&&(this.removeFromAriaLabelledBy(n,this.id),n.removeEventListener(`blur`,this.handleBlur,{capture:!0}),n.removeEventListener(`focus`,this.handleFocus,{capture:!0}),n.removeEventListener(`click`,this.handleClick),n.removeEventListener(`mousedown`,this.handleMouseDown),n.removeEventListener(`mouseover`,this.handleMouseOver),n.removeEventListener(`mouseout`,this.handleMouseOut)),this.anchor=t}async handleOptionsChange(){this.hasUpdated&&(await this.updateComplete,this.popup.reposition())}handleDisabledChange(){this.disabled&&this.open&&this.hide()}async show(){if(!this.open)return this.open=!0,jr(this,`wa-after-show`)}async hide(){if(this.open)return this.open=!1,jr(this,`wa-after-hide`)}render(){return j`
      <wa-popup
        part="base tooltip"
        exportparts="
          popup:base__popup,
          arrow:base__arrow
        "
        class=${yt({tooltip:!0,"tooltip-open":this.open})}
        placement=${this.placement}
        distance=${this.distance}
        skidding=${this.skidding}
        flip
        shift
        ?arrow=${!this.withoutArrow}
        hover-bridge
        .anchor=${this.anchor}
      >
        <div part="body" class="body">
          <slot></slot>
        </div>
      </wa-popup>
    `}};Nr.css=rn,Nr.dependencies={"wa-popup":H},c([We(`slot:not([name])`)],Nr.prototype,`defaultSlot`,2),c([We(`.body`)],Nr.prototype,`body`,2),c([We(`wa-popup`)],Nr.prototype,`popup`,2),c([F()],Nr.prototype,`placement`,2),c([F({type:Boolean,reflect:!0})],Nr.prototype,`disabled`,2),c([F({type:Number})],Nr.prototype,`distance`,2),c([F({type:Boolean,reflect:!0})],Nr.prototype,`open`,2),c([F({type:Number})],Nr.prototype,`skidding`,2),c([F({attribute:`show-delay`,type:Number})],Nr.prototype,`showDelay`,2),c([F({attribute:`hide-delay`,type:Number})],Nr.prototype,`hideDelay`,2),c([F()],Nr.prototype,`trigger`,2),c([F({attribute:`without-arrow`,type:Boolean,reflect:!0})],Nr.prototype,`withoutArrow`,2),c([F()],Nr.prototype,`for`,2),c([He()],Nr.prototype,`anchor`,2),c([I(`open`,{waitUntilFirstUpdate:!0})],Nr.prototype,`handleOpenChange`,1),c([I(`for`)],Nr.prototype,`handleForChange`,1),c([I([`distance`,`placement`,`skidding`])],Nr.prototype,`handleOptionsChange`,1),c([I(`disabled`)],Nr.prototype,`handleDisabledChange`,1),Nr=c([ze(`wa-tooltip`)],Nr);var Pr=class{constructor(e,t){this.element=e,this.callback=t}start(...e){this.observer??=new ResizeObserver(()=>this.check()),this.observer.observe(this.element);for(let t of e)this.observer.observe(t);this.initialCheckHandle??=requestAnimationFrame(()=>{this.initialCheckHandle=void 0,this.check()})}stop(){this.initialCheckHandle!==void 0&&(cancelAnimationFrame(this.initialCheckHandle),this.initialCheckHandle=void 0),this.observer?.disconnect()}check(){this.callback(this.element.getClientRects().length>0)}};function Fr(e,t){let n=t.getBoundingClientRect();return e.clientX>=n.left&&e.clientX<=n.right&&e.clientY>=n.top&&e.clientY<=n.bottom}var Ir=new Set;function Lr(e){if(Ir.add(e),!document.documentElement.classList.contains(`wa-scroll-lock`)){let e=(()=>{let e=document.documentElement.clientWidth;return Math.abs(window.innerWidth-e)})()+(()=>{let e=Number(getComputedStyle(document.body).paddingRight.replace(/px/,``));return isNaN(e)||!e?0:e})(),t=getComputedStyle(document.documentElement).scrollbarGutter;t&&t!==`auto`||(t=`stable`),e<2&&(t=``),document.documentElement.style.setProperty(`--wa-scroll-lock-gutter`,t),document.documentElement.classList.add(`wa-scroll-lock`),document.documentElement.style.setProperty(`--wa-scroll-lock-size`,e+`px`)}}function Rr(e){Ir.delete(e),Ir.size===0&&(document.documentElement.classList.remove(`wa-scroll-lock`),document.documentElement.style.removeProperty(`--wa-scroll-lock-size`))}function zr(e){return e.split(` `).map(e=>e.trim()).filter(e=>e!==``)}var Br=h`
  :host {
    --width: 31rem;
    --spacing: var(--wa-space-l);
    --backdrop-filter: none;
    --show-duration: var(--wa-transition-normal);
    --hide-duration: var(--wa-transition-normal);

    display: none;
  }

  :host([open]) {
    display: block;
  }

  .dialog {
    display: flex;
    flex-direction: column;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    width: var(--width);
    max-width: calc(100% - var(--wa-space-2xl));
    max-height: calc(100% - var(--wa-space-2xl));
    color: inherit;
    background-color: var(--wa-color-surface-raised);
    border-radius: var(--wa-panel-border-radius);
    border: none;
    box-shadow: var(--wa-shadow-l);
    padding: 0;
    margin: auto;

    &.show {
      animation: show-dialog var(--show-duration) ease;

      &::backdrop {
        animation: show-backdrop var(--show-duration, 200ms) ease;
      }
    }

    &.hide {
      animation: show-dialog var(--hide-duration) ease reverse;

      &::backdrop {
        animation: show-backdrop var(--hide-duration, 200ms) ease reverse;
      }
    }

    &.pulse {
      animation: pulse 250ms ease;
    }
  }

  .dialog:focus {
    outline: none;
  }

  /* Ensure there's enough vertical padding for phones that don't update vh when chrome appears (e.g. iPhone) */
  @media screen and (max-width: 420px) {
    .dialog {
      max-height: 80vh;
    }
  }

  .open {
    display: flex;
    opacity: 1;
  }

  .header {
    flex: 0 0 auto;
    display: flex;
    flex-wrap: nowrap;

    padding-inline-start: var(--spacing);
    padding-block-end: 0;

    /* Subtract the close button's padding so that the X is visually aligned with the edges of the dialog content */
    padding-inline-end: calc(var(--spacing) - var(--wa-form-control-padding-block));
    padding-block-start: calc(var(--spacing) - var(--wa-form-control-padding-block));
  }

  .title {
    align-self: center;
    flex: 1 1 auto;
    font-family: inherit;
    font-size: var(--wa-font-size-l);
    font-weight: var(--wa-font-weight-heading);
    line-height: var(--wa-line-height-condensed);
    margin: 0;
  }

  .header-actions {
    align-self: start;
    display: flex;
    flex-shrink: 0;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--wa-space-2xs);
    padding-inline-start: var(--spacing);
  }

  .header-actions wa-button,
  .header-actions ::slotted(wa-button) {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
  }

  .body {
    flex: 1 1 auto;
    display: block;
    padding: var(--spacing);
    overflow: auto;
    -webkit-overflow-scrolling: touch;

    &:focus {
      outline: none;
    }

    &:focus-visible {
      outline: var(--wa-focus-ring);
      outline-offset: var(--wa-focus-ring-offset);
    }
  }

  .footer {
    flex: 0 0 auto;
    display: flex;
    flex-wrap: wrap;
    gap: var(--wa-space-xs);
    justify-content: end;
    padding: var(--spacing);
    padding-block-start: 0;
  }

  .footer ::slotted(wa-button:not(:first-of-type)) {
    margin-inline-start: var(--wa-spacing-xs);
  }

  .dialog::backdrop {
    /*
      NOTE: the ::backdrop element doesn't inherit properly in Safari yet, but it will in 17.4! At that time, we can
      remove the fallback values here.
    */
    background-color: var(--wa-color-overlay-modal, rgb(0 0 0 / 0.25));
    backdrop-filter: var(--backdrop-filter);
  }

  @keyframes pulse {
    0% {
      scale: 1;
    }
    50% {
      scale: 1.02;
    }
    100% {
      scale: 1;
    }
  }

  @keyframes show-dialog {
    from {
      opacity: 0;
      scale: 0.8;
    }
    to {
      opacity: 1;
      scale: 1;
    }
  }

  @keyframes show-backdrop {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .dialog {
      border: solid 1px white;
    }
  }
`,Vr=class extends Xe{constructor(){super(...arguments),this.localize=new gt(this),this.hasSlotController=new tt(this,`footer`,`header-actions`,`label`),this.renderedWatcher=new Pr(this,e=>this.handleRenderedChange(e)),this.open=!1,this.label=``,this.withoutHeader=!1,this.lightDismiss=!1,this.withFooter=!1,this.withLabel=!1,this.handleDocumentKeyDown=e=>{e.key===`Escape`&&this.open&&Ar(this)&&(e.preventDefault(),e.stopPropagation(),this.requestClose(this.dialog))}}firstUpdated(e){super.firstUpdated(e),this.open&&(this.addOpenListeners(),this.dialog.showModal(),Lr(this),this.renderedWatcher.start(this.dialog))}disconnectedCallback(){super.disconnectedCallback(),this.renderedWatcher.stop(),Rr(this),this.removeOpenListeners()}async requestClose(e){let t=new on({source:e});if(this.dispatchEvent(t),t.defaultPrevented)return this.open=!0,void nn(this.dialog,`pulse`);this.removeOpenListeners(),await nn(this.dialog,`hide`),this.open=!1,this.dialog.close(),Rr(this),this.renderedWatcher.stop();let n=this.originalTrigger;typeof n?.focus==`function`&&setTimeout(()=>n.focus()),this.dispatchEvent(new sn)}addOpenListeners(){document.addEventListener(`keydown`,this.handleDocumentKeyDown),Or(this)}removeOpenListeners(){document.removeEventListener(`keydown`,this.handleDocumentKeyDown),kr(this)}handleDialogCancel(e){e.preventDefault(),!this.dialog.classList.contains(`hide`)&&e.target===this.dialog&&Ar(this)&&this.requestClose(this.dialog)}handleDialogClick(e){let t=e.target.closest(`[data-dialog="close"]`);t&&(e.stopPropagation(),this.requestClose(t))}async handleDialogPointerDown(e){e.target!==this.dialog||Fr(e,this.dialog)||(this.lightDismiss?this.requestClose(this.dialog):await nn(this.dialog,`pulse`))}handleRenderedChange(e){this.open?!e&&this.dialog.open?(this.removeOpenListeners(),this.dialog.close(),Rr(this)):e&&!this.dialog.open&&(this.addOpenListeners(),this.dialog.showModal(),Lr(this)):this.renderedWatcher.stop()}handleOpenChange(){this.open&&!this.dialog.open?this.show():!this.open&&this.dialog.open?(this.open=!0,this.requestClose(this.dialog)):this.open||this.renderedWatcher.stop()}async show(){let e=new an;this.dispatchEvent(e),e.defaultPrevented?this.open=!1:(this.addOpenListeners(),this.originalTrigger=document.activeElement,this.open=!0,this.dialog.showModal(),Lr(this),this.renderedWatcher.start(this.dialog),requestAnimationFrame(()=>{let e=this.querySelector(`[autofocus]`);e&&typeof e.focus==`function`?e.focus():this.dialog.focus()}),await nn(this.dialog,`show`),this.dispatchEvent(new cn))}render(){let e=!this.withoutHeader,t=this.hasSlotController.test(`footer`,`withFooter`),n=this.label.length>0||this.hasSlotController.test(`label`,`withLabel`);return j`
      <dialog
        part="dialog"
        aria-labelledby=${L(e&&n?`title`:void 0)}
        aria-label=${L(!e&&this.label?this.label:void 0)}
        class=${yt({dialog:!0,open:this.open})}
        @cancel=${this.handleDialogCancel}
        @click=${this.handleDialogClick}
        @pointerdown=${this.handleDialogPointerDown}
      >
        ${e?j`
              <div part="header" class="header">
                <h2 part="title" class="title" id="title">
                  <!-- If there's no label, use an invisible character to prevent the header from collapsing -->
                  <slot name="label"> ${this.label.length>0?this.label:`​`} </slot>
                </h2>
                <div part="header-actions" class="header-actions">
                  <slot name="header-actions"></slot>
                  <wa-button
                    part="close-button"
                    exportparts="base:close-button__base"
                    class="close"
                    appearance="plain"
                    @click="${e=>this.requestClose(e.target)}"
                  >
                    <wa-icon
                      name="xmark"
                      label=${this.localize.term(`close`)}
                      library="system"
                      variant="solid"
                    ></wa-icon>
                  </wa-button>
                </div>
              </div>
            `:``}

        <div part="body" class="body"><slot></slot></div>

        <!-- Use a hidden element so we still get "slotchange" events. -->
        <div part="footer" class="footer" ?hidden=${!t}>
          <slot name="footer"></slot>
        </div>
      </dialog>
    `}};Vr.css=Br,c([We(`.dialog`)],Vr.prototype,`dialog`,2),c([F({type:Boolean,reflect:!0})],Vr.prototype,`open`,2),c([F({reflect:!0})],Vr.prototype,`label`,2),c([F({attribute:`without-header`,type:Boolean,reflect:!0})],Vr.prototype,`withoutHeader`,2),c([F({attribute:`light-dismiss`,type:Boolean})],Vr.prototype,`lightDismiss`,2),c([F({attribute:`with-footer`,type:Boolean})],Vr.prototype,`withFooter`,2),c([F({attribute:`with-label`,type:Boolean})],Vr.prototype,`withLabel`,2),c([I(`open`,{waitUntilFirstUpdate:!0})],Vr.prototype,`handleOpenChange`,1),Vr=c([ze(`wa-dialog`)],Vr),document.addEventListener(`click`,e=>{let t=e.target.closest(`[data-dialog]`);if(t instanceof Element){let[e,n]=zr(t.getAttribute(`data-dialog`)||``);if(e===`open`&&n?.length){let e=t.getRootNode().getElementById(n);e?.localName===`wa-dialog`?e.open=!0:console.warn(`A dialog with an ID of "${n}" could not be found in this document.`)}}}),document.addEventListener(`pointerdown`,()=>{});var Hr=h`
  :host {
    --size: 25rem;
    --spacing: var(--wa-space-l);
    --backdrop-filter: none;
    --show-duration: var(--wa-transition-normal);
    --hide-duration: var(--wa-transition-normal);

    display: none;
  }

  :host([open]) {
    display: block;
  }

  .drawer {
    display: flex;
    flex-direction: column;
    top: 0;
    inset-inline-start: 0;
    width: 100%;
    height: 100%;
    max-width: 100%;
    max-height: 100%;
    overflow: hidden;
    color: inherit;
    background-color: var(--wa-color-surface-raised);
    border: none;
    box-shadow: var(--wa-shadow-l);
    overflow: auto;
    padding: 0;
    margin: 0;
    animation-duration: var(--show-duration);
    animation-timing-function: ease;

    &.show::backdrop {
      animation: show-backdrop var(--show-duration, 200ms) ease;
    }

    &.hide::backdrop {
      animation: show-backdrop var(--hide-duration, 200ms) ease reverse;
    }

    &.show.top {
      animation: show-drawer-from-top var(--show-duration) ease;
    }

    &.hide.top {
      animation: show-drawer-from-top var(--hide-duration) ease reverse;
    }

    &.show.end {
      animation: show-drawer-from-end var(--show-duration) ease;

      &:dir(rtl) {
        animation-name: show-drawer-from-start;
      }
    }

    &.hide.end {
      animation: show-drawer-from-end var(--hide-duration) ease reverse;

      &:dir(rtl) {
        animation-name: show-drawer-from-start;
      }
    }

    &.show.bottom {
      animation: show-drawer-from-bottom var(--show-duration) ease;
    }

    &.hide.bottom {
      animation: show-drawer-from-bottom var(--hide-duration) ease reverse;
    }

    &.show.start {
      animation: show-drawer-from-start var(--show-duration) ease;

      &:dir(rtl) {
        animation-name: show-drawer-from-end;
      }
    }

    &.hide.start {
      animation: show-drawer-from-start var(--hide-duration) ease reverse;

      &:dir(rtl) {
        animation-name: show-drawer-from-end;
      }
    }

    &.pulse {
      animation: pulse 250ms ease;
    }
  }

  .drawer:focus {
    outline: none;
  }

  .top {
    top: 0;
    inset-inline-end: auto;
    bottom: auto;
    inset-inline-start: 0;
    width: 100%;
    height: var(--size);
  }

  .end {
    top: 0;
    inset-inline-end: 0;
    bottom: auto;
    inset-inline-start: auto;
    width: var(--size);
    height: 100%;
  }

  .bottom {
    top: auto;
    inset-inline-end: auto;
    bottom: 0;
    inset-inline-start: 0;
    width: 100%;
    height: var(--size);
  }

  .start {
    top: 0;
    inset-inline-end: auto;
    bottom: auto;
    inset-inline-start: 0;
    width: var(--size);
    height: 100%;
  }

  .header {
    display: flex;
    flex-wrap: nowrap;
    padding-inline-start: var(--spacing);
    padding-block-end: 0;

    /* Subtract the close button's padding so that the X is visually aligned with the edges of the dialog content */
    padding-inline-end: calc(var(--spacing) - var(--wa-form-control-padding-block));
    padding-block-start: calc(var(--spacing) - var(--wa-form-control-padding-block));
  }

  .title {
    align-self: center;
    flex: 1 1 auto;
    font: inherit;
    font-size: var(--wa-font-size-l);
    font-weight: var(--wa-font-weight-heading);
    line-height: var(--wa-line-height-condensed);
    margin: 0;
  }

  .header-actions {
    align-self: start;
    display: flex;
    flex-shrink: 0;
    flex-wrap: wrap;
    justify-content: end;
    gap: var(--wa-space-2xs);
    padding-inline-start: var(--spacing);
  }

  .header-actions wa-button,
  .header-actions ::slotted(wa-button) {
    flex: 0 0 auto;
    display: flex;
    align-items: center;
  }

  .body {
    flex: 1 1 auto;
    display: block;
    padding: var(--spacing);
    overflow: auto;
    -webkit-overflow-scrolling: touch;

    &:focus {
      outline: none;
    }

    &:focus-visible {
      outline: var(--wa-focus-ring);
      outline-offset: var(--wa-focus-ring-offset);
    }
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--wa-space-xs);
    justify-content: end;
    padding: var(--spacing);
    padding-block-start: 0;
  }

  .footer ::slotted(wa-button:not(:last-of-type)) {
    margin-inline-end: var(--wa-spacing-xs);
  }

  .drawer::backdrop {
    /*
        NOTE: the ::backdrop element doesn't inherit properly in Safari yet, but it will in 17.4! At that time, we can
        remove the fallback values here.
      */
    background-color: var(--wa-color-overlay-modal, rgb(0 0 0 / 0.25));
    backdrop-filter: var(--backdrop-filter);
  }

  @keyframes pulse {
    0% {
      scale: 1;
    }
    50% {
      scale: 1.01;
    }
    100% {
      scale: 1;
    }
  }

  @keyframes show-drawer {
    from {
      opacity: 0;
      scale: 0.8;
    }
    to {
      opacity: 1;
      scale: 1;
    }
  }

  @keyframes show-drawer-from-top {
    from {
      opacity: 0;
      translate: 0 -100%;
    }
    to {
      opacity: 1;
      translate: 0 0;
    }
  }

  @keyframes show-drawer-from-end {
    from {
      opacity: 0;
      translate: 100%;
    }
    to {
      opacity: 1;
      translate: 0 0;
    }
  }

  @keyframes show-drawer-from-bottom {
    from {
      opacity: 0;
      translate: 0 100%;
    }
    to {
      opacity: 1;
      translate: 0 0;
    }
  }

  @keyframes show-drawer-from-start {
    from {
      opacity: 0;
      translate: -100% 0;
    }
    to {
      opacity: 1;
      translate: 0 0;
    }
  }

  @keyframes show-backdrop {
    from {
      opacity: 0;
    }
    to {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .drawer {
      border: solid 1px white;
    }
  }
`,Ur=class extends Xe{constructor(){super(...arguments),this.localize=new gt(this),this.hasSlotController=new tt(this,`footer`,`header-actions`,`label`),this.renderedWatcher=new Pr(this,e=>this.handleRenderedChange(e)),this.open=!1,this.label=``,this.placement=`end`,this.withoutHeader=!1,this.lightDismiss=!1,this.withFooter=!1,this.withLabel=!1,this.handleDocumentKeyDown=e=>{e.key===`Escape`&&this.open&&Ar(this)&&(e.preventDefault(),e.stopPropagation(),this.requestClose(this.drawer))}}firstUpdated(e){super.firstUpdated(e),this.open&&(this.addOpenListeners(),this.drawer.showModal(),Lr(this),this.renderedWatcher.start(this.drawer))}disconnectedCallback(){super.disconnectedCallback(),this.renderedWatcher.stop(),Rr(this),this.removeOpenListeners()}async requestClose(e){let t=new on({source:e});if(this.dispatchEvent(t),t.defaultPrevented)return this.open=!0,void nn(this.drawer,`pulse`);this.removeOpenListeners(),await nn(this.drawer,`hide`),this.open=!1,this.drawer.close(),Rr(this),this.renderedWatcher.stop();let n=this.originalTrigger;typeof n?.focus==`function`&&setTimeout(()=>n.focus()),this.dispatchEvent(new sn)}addOpenListeners(){document.addEventListener(`keydown`,this.handleDocumentKeyDown),Or(this)}removeOpenListeners(){document.removeEventListener(`keydown`,this.handleDocumentKeyDown),kr(this)}handleDialogCancel(e){e.preventDefault(),!this.drawer.classList.contains(`hide`)&&e.target===this.drawer&&Ar(this)&&this.requestClose(this.drawer)}handleDialogClick(e){let t=e.target.closest(`[data-drawer="close"]`);t&&(e.stopPropagation(),this.requestClose(t))}async handleDialogPointerDown(e){e.target!==this.drawer||Fr(e,this.drawer)||(this.lightDismiss?this.requestClose(this.drawer):await nn(this.drawer,`pulse`))}handleRenderedChange(e){this.open?!e&&this.drawer.open?(this.removeOpenListeners(),this.drawer.close(),Rr(this)):e&&!this.drawer.open&&(this.addOpenListeners(),this.drawer.showModal(),Lr(this)):this.renderedWatcher.stop()}handleOpenChange(){this.open&&!this.drawer.open?this.show():this.drawer.open?(this.open=!0,this.requestClose(this.drawer)):this.open||this.renderedWatcher.stop()}async show(){let e=new an;this.dispatchEvent(e),e.defaultPrevented?this.open=!1:(this.addOpenListeners(),this.originalTrigger=document.activeElement,this.open=!0,this.drawer.showModal(),Lr(this),this.renderedWatcher.start(this.drawer),requestAnimationFrame(()=>{let e=this.querySelector(`[autofocus]`);e&&typeof e.focus==`function`?e.focus():this.drawer.focus()}),await nn(this.drawer,`show`),this.dispatchEvent(new cn))}render(){let e=!this.withoutHeader,t=this.hasSlotController.test(`footer`,`withFooter`),n=this.label.length>0||this.hasSlotController.test(`label`,`withLabel`);return j`
      <dialog
        part="dialog"
        aria-labelledby=${L(e&&n?`title`:void 0)}
        aria-label=${L(!e&&this.label?this.label:void 0)}
        class=${yt({drawer:!0,open:this.open,top:this.placement===`top`,end:this.placement===`end`,bottom:this.placement===`bottom`,start:this.placement===`start`})}
        @cancel=${this.handleDialogCancel}
        @click=${this.handleDialogClick}
        @pointerdown=${this.handleDialogPointerDown}
      >
        ${e?j`
              <div part="header" class="header">
                <h2 part="title" class="title" id="title">
                  <!-- If there's no label, use an invisible character to prevent the header from collapsing -->
                  <slot name="label"> ${this.label.length>0?this.label:`​`} </slot>
                </h2>
                <div part="header-actions" class="header-actions">
                  <slot name="header-actions"></slot>
                  <wa-button
                    part="close-button"
                    exportparts="base:close-button__base"
                    class="close"
                    appearance="plain"
                    @click="${e=>this.requestClose(e.target)}"
                  >
                    <wa-icon
                      name="xmark"
                      label=${this.localize.term(`close`)}
                      library="system"
                      variant="solid"
                    ></wa-icon>
                  </wa-button>
                </div>
              </div>
            `:``}

        <div part="body" class="body"><slot></slot></div>

        <div part="footer" class="footer" ?hidden=${!t}>
          <slot name="footer"></slot>
        </div>
      </dialog>
    `}};Ur.css=Hr,c([We(`.drawer`)],Ur.prototype,`drawer`,2),c([F({type:Boolean,reflect:!0})],Ur.prototype,`open`,2),c([F({reflect:!0})],Ur.prototype,`label`,2),c([F({reflect:!0})],Ur.prototype,`placement`,2),c([F({attribute:`without-header`,type:Boolean,reflect:!0})],Ur.prototype,`withoutHeader`,2),c([F({attribute:`light-dismiss`,type:Boolean})],Ur.prototype,`lightDismiss`,2),c([F({attribute:`with-footer`,type:Boolean})],Ur.prototype,`withFooter`,2),c([F({attribute:`with-label`,type:Boolean})],Ur.prototype,`withLabel`,2),c([I(`open`,{waitUntilFirstUpdate:!0})],Ur.prototype,`handleOpenChange`,1),Ur=c([ze(`wa-drawer`)],Ur),document.addEventListener(`click`,e=>{let t=e.target.closest(`[data-drawer]`);if(t instanceof Element){let[e,n]=zr(t.getAttribute(`data-drawer`)||``);if(e===`open`&&n?.length){let e=t.getRootNode().getElementById(n);e?.localName===`wa-drawer`?e.open=!0:console.warn(`A drawer with an ID of "${n}" could not be found in this document.`)}}}),document.addEventListener(`pointerdown`,()=>{});var Wr=class extends Event{constructor(){super(`wa-clear`,{bubbles:!0,cancelable:!1,composed:!0})}},Gr=new Map([[`input`,!0],[`wa-input`,!0],[`wa-tag-input`,!0],[`wa-number-input`,!0],[`wa-otp-input`,!0],[`wa-slider`,!0]]),Kr=new Map([[`button`,!1],[`checkbox`,!1],[`color`,!1],[`date`,!1],[`datetime-local`,!1],[`email`,!0],[`file`,!1],[`hidden`,!1],[`image`,!1],[`month`,!1],[`number`,!0],[`password`,!0],[`radio`,!1],[`range`,!1],[`reset`,!0],[`search`,!0],[`submit`,!1],[`tel`,!0],[`text`,!0],[`time`,!1],[`url`,!0],[`week`,!1]]),qr=e=>{let t=e?.localName;if(!t||!Gr.get(t))return!1;if(t!==`input`&&t!==`wa-input`)return!0;let n=e.type;return!!Kr.get(n)},Jr=h`
  :host {
    border-width: 0;
  }

  :host(:focus) {
    outline: none;
  }

  .text-field {
    display: flex;
    align-items: stretch;
    justify-content: start;
    position: relative;
    transition: inherit;
    height: var(--wa-form-control-height);
    border-color: var(--wa-form-control-border-color);
    border-radius: var(--wa-form-control-border-radius);
    border-style: var(--wa-form-control-border-style);
    border-width: var(--wa-form-control-border-width);
    cursor: text;
    color: var(--wa-form-control-value-color);
    font-size: var(--wa-form-control-value-font-size);
    font-family: inherit;
    font-weight: var(--wa-form-control-value-font-weight);
    line-height: var(--wa-form-control-value-line-height);
    vertical-align: middle;
    width: 100%;
    transition:
      background-color var(--wa-transition-normal),
      border-color var(--wa-transition-normal),
      outline-color var(--wa-transition-fast);
    transition-timing-function: var(--wa-transition-easing);
    background-color: var(--wa-form-control-background-color);
    box-shadow: var(--box-shadow);
    padding: 0 var(--wa-form-control-padding-inline);
    outline: var(--wa-focus-ring-style) var(--wa-focus-ring-width) transparent;
    outline-offset: var(--wa-focus-ring-offset);

    /* Only ring the field when the text input has focus, not inner buttons */
    &:has(input:focus, textarea:focus) {
      outline-color: var(--wa-color-focus);
    }

    /* Style disabled inputs */
    &:has(:disabled) {
      cursor: not-allowed;
      opacity: 0.5;
    }
  }

  /* Appearance modifiers */
  :host([appearance='outlined']) .text-field {
    background-color: var(--wa-form-control-background-color);
    border-color: var(--wa-form-control-border-color);
  }

  :host([appearance='filled']) .text-field {
    background-color: var(--wa-color-neutral-fill-quiet);
    border-color: var(--wa-color-neutral-fill-quiet);
  }

  :host([appearance='filled-outlined']) .text-field {
    background-color: var(--wa-color-neutral-fill-quiet);
    border-color: var(--wa-form-control-border-color);
  }

  :host([pill]) .text-field {
    border-radius: var(--wa-border-radius-pill) !important;
  }

  .text-field {
    /* Show autofill styles over the entire text field, not just the native <input> */
    &:has(:autofill),
    &:has(:-webkit-autofill) {
      background-color: var(--wa-color-brand-fill-quiet) !important;
    }

    input,
    textarea {
      /*
      Fixes an alignment issue with placeholders.
      https://github.com/shoelace-style/webawesome/issues/342
    */
      height: 100%;

      padding: 0;
      border: none;
      outline: none;
      box-shadow: none;
      margin: 0;
      cursor: inherit;
      -webkit-appearance: none;
      font: inherit;

      /* Turn off Safari's autofill styles */
      &:-webkit-autofill,
      &:-webkit-autofill:hover,
      &:-webkit-autofill:focus,
      &:-webkit-autofill:active {
        -webkit-background-clip: text;
        background-color: transparent;
        -webkit-text-fill-color: inherit;
      }
    }
  }

  input {
    flex: 1 1 auto;
    min-width: 0;
    height: 100%;
    transition: inherit;

    /* prettier-ignore */
    background-color: rgb(118 118 118 / 0); /* ensures proper placeholder styles in webkit's date input */
    height: calc(var(--wa-form-control-height) - var(--border-width) * 2);
    padding-block: 0;
    color: inherit;

    &:autofill {
      &,
      &:hover,
      &:focus,
      &:active {
        box-shadow: none;
        caret-color: var(--wa-form-control-value-color);
      }
    }

    &::placeholder {
      color: var(--wa-form-control-placeholder-color);
      user-select: none;
      -webkit-user-select: none;
    }

    &::-webkit-search-decoration,
    &::-webkit-search-cancel-button,
    &::-webkit-search-results-button,
    &::-webkit-search-results-decoration {
      -webkit-appearance: none;
    }

    &:focus {
      outline: none;
    }
  }

  textarea {
    &:autofill {
      &,
      &:hover,
      &:focus,
      &:active {
        box-shadow: none;
        caret-color: var(--wa-form-control-value-color);
      }
    }

    &::placeholder {
      color: var(--wa-form-control-placeholder-color);
      user-select: none;
      -webkit-user-select: none;
    }
  }

  .start,
  .end {
    display: inline-flex;
    flex: 0 0 auto;
    align-items: center;
    cursor: default;

    &::slotted(wa-icon) {
      color: var(--wa-color-neutral-on-quiet);
    }
  }

  .start::slotted(*) {
    margin-inline-end: var(--wa-form-control-padding-inline);
  }

  .end::slotted(*) {
    margin-inline-start: var(--wa-form-control-padding-inline);
  }

  /*
   * Clearable + Password Toggle
   */

  .clear,
  .password-toggle {
    position: relative;
    display: inline-flex;
    align-self: center;
    align-items: center;
    justify-content: center;
    aspect-ratio: 1;
    height: 1.5em;
    font-size: inherit;
    color: var(--wa-color-neutral-on-quiet);
    border: none;
    border-radius: var(--wa-border-radius-s);
    background: none;
    padding: 0;
    transition: var(--wa-transition-normal) color;
    cursor: pointer;
    /* The box is wider than the glyph, so overhang half of that growth on each side. Keeps the
       glyph flush with the field's trailing padding edge, like every other form control. */
    margin-inline-start: calc(var(--wa-form-control-padding-inline) - 0.125em);
    margin-inline-end: -0.125em;

    &::after {
      content: '';
      position: absolute;
      inset-inline: 0;
      height: var(--wa-form-control-height);
    }

    @media (hover: hover) {
      &:hover {
        color: color-mix(in oklab, currentColor, var(--wa-color-mix-hover));
      }
    }

    &:active {
      color: color-mix(in oklab, currentColor, var(--wa-color-mix-active));
    }

    &:focus {
      outline: none;
    }

    &:focus-visible {
      outline: var(--wa-focus-ring);
      outline-offset: var(--wa-focus-ring-offset);
    }
  }

  /* Don't show the browser's password toggle in Edge */
  ::-ms-reveal {
    display: none;
  }

  /* Hide the built-in number spinner */
  :host([without-spin-buttons]) input[type='number'] {
    -moz-appearance: textfield;

    &::-webkit-outer-spin-button,
    &::-webkit-inner-spin-button {
      -webkit-appearance: none;
      display: none;
    }
  }
`,Yr=h`
  :host {
    display: flex;
    flex-direction: column;
  }

  /* Treat wrapped labels, inputs, and hints as direct children of the host element */
  [part~='form-control'] {
    display: contents;
  }

  /* Label */
  :is([part~='form-control-label'], [part~='label']):has(*:not(:empty)),
  :is([part~='form-control-label'], [part~='label']).has-label {
    display: inline-flex;
    color: var(--wa-form-control-label-color);
    font-weight: var(--wa-form-control-label-font-weight);
    line-height: var(--wa-form-control-label-line-height);
    margin-block-end: 0.5em;
  }

  :host([required]) :is([part~='form-control-label'], [part~='label'])::after {
    content: var(--wa-form-control-required-content);
    margin-inline-start: var(--wa-form-control-required-content-offset);
    color: var(--wa-form-control-required-content-color);
  }

  /* Help text */
  [part~='hint'] {
    display: block;
    color: var(--wa-form-control-hint-color);
    font-weight: var(--wa-form-control-hint-font-weight);
    line-height: var(--wa-form-control-hint-line-height);
    margin-block-start: 0.5em;
    font-size: var(--wa-font-size-smaller);

    &:not(.has-slotted, .has-hint, .has-count) {
      display: none;
    }
  }
`,Xr=_t(class extends vt{constructor(e){if(super(e),e.type!==3&&e.type!==1&&e.type!==4)throw Error("The `live` directive is not allowed on child or event bindings");if(!(e=>e.strings===void 0)(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[t]){if(t===Se||t===M)return t;let n=e.element,r=e.name;if(e.type===3){if(t===n[r])return Se}else if(e.type===4){if(!!t===n.hasAttribute(r))return Se}else if(e.type===1&&n.getAttribute(r)===t+``)return Se;return Wt(e),t}}),U=class extends Ze{constructor(){super(...arguments),this.assumeInteractionOn=[`blur`,`input`],this.hasSlotController=new tt(this,`hint`,`label`),this.localize=new gt(this),this.title=``,this.type=`text`,this._value=null,this.defaultValue=this.getAttribute(`value`)||null,this.size=`m`,this.appearance=`outlined`,this.pill=!1,this.label=``,this.hint=``,this.withClear=!1,this.placeholder=``,this.readonly=!1,this.passwordToggle=!1,this.passwordVisible=!1,this.withoutSpinButtons=!1,this.required=!1,this.spellcheck=!0,this.withLabel=!1,this.withHint=!1}static get validators(){return[...super.validators,r()]}get value(){return this.valueHasChanged?this._value:this._value??this.defaultValue}set value(e){this._value!==e&&(this.valueHasChanged=!0,this._value=e)}updateFormValue(e){e==null?this.setValue(``,null):super.updateFormValue(e)}handleSizeChange(){et(this.localName,this.size)}handleChange(e){this.value=this.input.value,this.relayNativeEvent(e,{bubbles:!0,composed:!0})}handleClearClick(e){e.preventDefault(),this.value!==``&&(this.value=``,this.updateComplete.then(()=>{this.dispatchEvent(new Wr),this.dispatchEvent(new InputEvent(`input`,{bubbles:!0,composed:!0})),this.dispatchEvent(new Event(`change`,{bubbles:!0,composed:!0}))})),this.input.focus()}handleInput(){this.value=this.input.value}handleKeyDown(e){((e,t)=>{let n=e.metaKey||e.ctrlKey||e.shiftKey||e.altKey;e.key!==`Enter`||n||setTimeout(()=>{e.defaultPrevented||e.isComposing||(e=>{let t=null;if(`form`in e&&(t=e.form),!t&&`getForm`in e&&(t=e.getForm()),!t)return;let n=Array.from(t.elements),r=0;for(let e of n)qr(e)&&(r+=1);if(r===1)return void t.requestSubmit(null);let i=n.find(e=>e.type===`submit`&&!e.matches(`:disabled`));i&&([`input`,`button`].includes(i.localName)?t.requestSubmit(i):i.click())})(t)})})(e,this)}handlePasswordToggle(){this.passwordVisible=!this.passwordVisible}updated(e){super.updated(e),(e.has(`value`)||e.has(`defaultValue`)||e.has(`type`))&&(this.input&&[`number`,`date`,`time`,`datetime-local`].includes(this.type)&&this.value&&this.input.value!==this.value&&(this._value=this.input.value),this.customStates.set(`blank`,!this.value),this.updateValidity())}handleStepChange(){this.input.step=this.step+``,this.updateValidity()}focus(e){this.input.focus(e)}blur(){this.input.blur()}select(){this.input.select()}setSelectionRange(e,t,n=`none`){this.input.setSelectionRange(e,t,n)}setRangeText(e,t,n,r=`preserve`){let i=t??this.input.selectionStart,a=n??this.input.selectionEnd;this.input.setRangeText(e,i,a,r),this.value!==this.input.value&&(this.value=this.input.value)}showPicker(){`showPicker`in HTMLInputElement.prototype&&this.input.showPicker()}stepUp(){this.input.stepUp(),this.value!==this.input.value&&(this.value=this.input.value)}stepDown(){this.input.stepDown(),this.value!==this.input.value&&(this.value=this.input.value)}formResetCallback(){this.value=null,this.input&&(this.input.value=this.value),super.formResetCallback()}render(){let e=this.hasSlotController.test(`label`,`withLabel`),t=this.hasSlotController.test(`hint`,`withHint`),n=!!this.label||!!e,r=!!this.hint||!!t,i=this.withClear&&!this.disabled&&!this.readonly,a=(!this.didSSR||this.hasUpdated)&&i&&(typeof this.value==`number`||this.value&&this.value.length>0);return j`
      <label
        part="form-control-label label"
        class=${yt({label:!0,"has-label":n})}
        for="input"
        aria-hidden=${n?`false`:`true`}
      >
        <slot name="label">${this.label}</slot>
      </label>

      <div part="base input-wrapper" class="text-field">
        <slot name="start" part="start" class="start"></slot>

        <input
          part="input"
          id="input"
          class="control"
          type=${this.type===`password`&&this.passwordVisible?`text`:this.type}
          title=${this.title}
          name=${L(this.name)}
          ?disabled=${this.disabled}
          ?readonly=${this.readonly}
          ?required=${this.required}
          placeholder=${L(this.placeholder)}
          minlength=${L(this.minlength)}
          maxlength=${L(this.maxlength)}
          min=${L(this.min)}
          max=${L(this.max)}
          step=${L(this.step)}
          .value=${Xr(this.value??``)}
          autocapitalize=${L(this.autocapitalize)}
          autocomplete=${L(this.autocomplete)}
          autocorrect=${this.autocorrect?`on`:`off`}
          ?autofocus=${this.autofocus}
          spellcheck=${this.spellcheck}
          pattern=${L(this.pattern)}
          enterkeyhint=${L(this.enterkeyhint)}
          inputmode=${L(this.inputmode)}
          aria-describedby="hint"
          @change=${this.handleChange}
          @input=${this.handleInput}
          @keydown=${this.handleKeyDown}
        />

        ${a?j`
              <button
                part="clear-button"
                class="clear"
                type="button"
                aria-label=${this.localize.term(`clearEntry`)}
                @click=${this.handleClearClick}
                tabindex="-1"
              >
                <slot name="clear-icon">
                  <wa-icon name="circle-xmark" library="system" variant="regular"></wa-icon>
                </slot>
              </button>
            `:``}
        ${this.passwordToggle&&!this.disabled?j`
              <button
                part="password-toggle-button"
                class="password-toggle"
                type="button"
                aria-label=${this.localize.term(this.passwordVisible?`hidePassword`:`showPassword`)}
                @click=${this.handlePasswordToggle}
              >
                ${this.passwordVisible?j`
                      <slot name="hide-password-icon">
                        <wa-icon name="eye-slash" library="system" variant="regular"></wa-icon>
                      </slot>
                    `:j`
                      <slot name="show-password-icon">
                        <wa-icon name="eye" library="system" variant="regular"></wa-icon>
                      </slot>
                    `}
              </button>
            `:``}

        <slot name="end" part="end" class="end"></slot>
      </div>

      <slot
        id="hint"
        part="hint"
        name="hint"
        class=${yt({"has-slotted":r})}
        aria-hidden=${r?`false`:`true`}
        >${this.hint}</slot
      >
    `}};U.css=[nt,Yr,Jr],U.shadowRootOptions={...Ze.shadowRootOptions,delegatesFocus:!0},c([We(`input`)],U.prototype,`input`,2),c([F()],U.prototype,`title`,2),c([F({reflect:!0})],U.prototype,`type`,2),c([He()],U.prototype,`value`,1),c([F({attribute:`value`,reflect:!0})],U.prototype,`defaultValue`,2),c([F({reflect:!0})],U.prototype,`size`,2),c([I(`size`)],U.prototype,`handleSizeChange`,1),c([F({reflect:!0})],U.prototype,`appearance`,2),c([F({type:Boolean,reflect:!0})],U.prototype,`pill`,2),c([F()],U.prototype,`label`,2),c([F({attribute:`hint`})],U.prototype,`hint`,2),c([F({attribute:`with-clear`,type:Boolean})],U.prototype,`withClear`,2),c([F()],U.prototype,`placeholder`,2),c([F({type:Boolean,reflect:!0})],U.prototype,`readonly`,2),c([F({attribute:`password-toggle`,type:Boolean})],U.prototype,`passwordToggle`,2),c([F({attribute:`password-visible`,type:Boolean})],U.prototype,`passwordVisible`,2),c([F({attribute:`without-spin-buttons`,type:Boolean,reflect:!0})],U.prototype,`withoutSpinButtons`,2),c([F({type:Boolean,reflect:!0})],U.prototype,`required`,2),c([F()],U.prototype,`pattern`,2),c([F({type:Number})],U.prototype,`minlength`,2),c([F({type:Number})],U.prototype,`maxlength`,2),c([F()],U.prototype,`min`,2),c([F()],U.prototype,`max`,2),c([F()],U.prototype,`step`,2),c([F()],U.prototype,`autocapitalize`,2),c([F({type:Boolean,converter:{fromAttribute(e){return!(!e||e===`off`)},toAttribute(e){return e?`on`:`off`}}})],U.prototype,`autocorrect`,2),c([F()],U.prototype,`autocomplete`,2),c([F({type:Boolean})],U.prototype,`autofocus`,2),c([F()],U.prototype,`enterkeyhint`,2),c([F({type:Boolean,converter:{fromAttribute(e){return!(!e||e===`false`)},toAttribute(e){return e?`true`:`false`}}})],U.prototype,`spellcheck`,2),c([F()],U.prototype,`inputmode`,2),c([F({attribute:`with-label`,type:Boolean})],U.prototype,`withLabel`,2),c([F({attribute:`with-hint`,type:Boolean})],U.prototype,`withHint`,2),c([I(`step`,{waitUntilFirstUpdate:!0})],U.prototype,`handleStepChange`,1),U=c([ze(`wa-input`)],U),U.disableWarning?.(`change-in-update`);var Zr=h`
  :host {
    --color: var(--wa-color-neutral-fill-normal);
    --sheen-color: color-mix(in oklab, var(--color), var(--wa-color-surface-raised));

    display: flex;
    position: relative;
    width: 100%;
    height: 100%;
    min-height: 1rem;
  }

  .indicator {
    flex: 1 1 auto;
    background: var(--color);
    border-radius: var(--wa-border-radius-pill);
  }

  :host([effect='sheen']) .indicator {
    background: linear-gradient(270deg, var(--sheen-color), var(--color), var(--color), var(--sheen-color));
    background-size: 400% 100%;
    animation: sheen 8s ease-in-out infinite;
  }

  :host([effect='pulse']) .indicator {
    animation: pulse 2s ease-in-out 0.5s infinite;
  }

  /* Forced colors mode */
  @media (forced-colors: active) {
    :host {
      --color: GrayText;
    }
  }

  @keyframes sheen {
    0% {
      background-position: 200% 0;
    }
    to {
      background-position: -200% 0;
    }
  }

  @keyframes pulse {
    0% {
      opacity: 1;
    }
    50% {
      opacity: 0.4;
    }
    100% {
      opacity: 1;
    }
  }
`,Qr=class extends Xe{constructor(){super(...arguments),this.effect=`none`}render(){return j` <div part="indicator" class="indicator"></div> `}};Qr.css=Zr,c([F({reflect:!0})],Qr.prototype,`effect`,2),Qr=c([ze(`wa-skeleton`)],Qr);var $r=h`
  :host {
    border-width: 0;
  }

  .textarea {
    display: grid;
    align-items: center;
    margin: 0;
    border: none;
    outline: none;
    cursor: inherit;
    font: inherit;
    background-color: var(--wa-form-control-background-color);
    border-color: var(--wa-form-control-border-color);
    border-radius: var(--wa-form-control-border-radius);
    border-style: var(--wa-form-control-border-style);
    border-width: var(--wa-form-control-border-width);
    -webkit-appearance: none;
    outline: var(--wa-focus-ring-style) var(--wa-focus-ring-width) transparent;
    outline-offset: var(--wa-focus-ring-offset);

    &:focus-within {
      outline-color: var(--wa-color-focus);
    }

    /* Style disabled textareas */
    &:has(:disabled) {
      cursor: not-allowed;
      opacity: 0.5;
    }
  }

  /* Appearance modifiers */
  :host([appearance='outlined']) .textarea {
    background-color: var(--wa-form-control-background-color);
    border-color: var(--wa-form-control-border-color);
  }

  :host([appearance='filled']) .textarea {
    background-color: var(--wa-color-neutral-fill-quiet);
    border-color: var(--wa-color-neutral-fill-quiet);
  }

  :host([appearance='filled-outlined']) .textarea {
    background-color: var(--wa-color-neutral-fill-quiet);
    border-color: var(--wa-form-control-border-color);
  }

  textarea {
    display: block;
    width: 100%;
    border: none;
    background: transparent;
    font: inherit;
    color: inherit;
    cursor: inherit;
    scroll-padding-block: var(--wa-form-control-padding-block);
    padding: calc(var(--wa-form-control-padding-block) - ((1lh - 1em) / 2)) var(--wa-form-control-padding-inline); /* accounts for the larger line height of textarea content */
    min-height: calc(var(--wa-form-control-height) - var(--border-width) * 2);
    box-shadow: none;
    margin: 0;

    &::placeholder {
      color: var(--wa-form-control-placeholder-color);
      user-select: none;
      -webkit-user-select: none;
    }

    &:autofill {
      &,
      &:hover,
      &:focus,
      &:active {
        box-shadow: none;
        caret-color: var(--wa-form-control-value-color);
      }
    }

    &:focus {
      outline: none;
    }
  }

  /* Shared textarea and size-adjuster positioning */
  .control,
  .size-adjuster {
    grid-area: 1 / 1 / 2 / 2;
  }

  .size-adjuster {
    visibility: hidden;
    pointer-events: none;
    opacity: 0;
    padding: 0;
  }

  textarea::-webkit-search-decoration,
  textarea::-webkit-search-cancel-button,
  textarea::-webkit-search-results-button,
  textarea::-webkit-search-results-decoration {
    -webkit-appearance: none;
  }

  /*
   * Resize types
   */

  :host([resize='none']) textarea {
    resize: none;
  }

  textarea,
  :host([resize='vertical']) textarea {
    resize: vertical;
  }

  :host([resize='horizontal']) textarea {
    resize: horizontal;
  }

  :host([resize='both']) textarea {
    resize: both;
  }

  :host([resize='auto']) textarea {
    height: auto;
    resize: none;
    overflow-y: hidden;
  }

  /*
   * Footer (hint + character count)
   */

  /*
   * This element carries the hint part, so the shared form control styles apply to it. Those styles set display:block
   * and hide the element when it has no hint, both of which have to be undone when a character count is present.
   */
  .footer.has-slotted,
  .footer.has-count {
    display: flex;
    align-items: baseline;
    gap: 1em;
  }

  /* Slots default to display:contents, which would leave the hint unable to shrink below its content */
  .footer.has-count .hint {
    display: block;
    flex: 1 1 auto;
    min-width: 0;
  }

  .count {
    flex: 0 0 auto;
    color: var(--wa-form-control-hint-color);
    font-weight: var(--wa-form-control-hint-font-weight);
    line-height: var(--wa-form-control-hint-line-height);
    margin-block-start: 0.5em;
    font-size: var(--wa-font-size-smaller);
    margin-inline-start: auto;
  }
`,W=class extends Ze{constructor(){super(...arguments),this.assumeInteractionOn=[`blur`,`input`],this.hasSlotController=new tt(this,`hint`,`label`),this.localize=new gt(this),this.announcedCountText=``,this.title=``,this.name=null,this._value=null,this.defaultValue=this.getAttribute(`value`)??``,this.size=`m`,this.appearance=`outlined`,this.label=``,this.hint=``,this.placeholder=``,this.rows=4,this.resize=`vertical`,this.disabled=!1,this.readonly=!1,this.required=!1,this.spellcheck=!0,this.withLabel=!1,this.withHint=!1,this.withCount=!1,this.lastObservedWidth=0}static get validators(){return[...super.validators,r()]}get value(){return this.valueHasChanged?this._value:this._value??this.defaultValue}set value(e){this._value!==e&&(this.valueHasChanged=!0,this._value=e)}handleSizeChange(){et(this.localName,this.size)}connectedCallback(){super.connectedCallback(),this.updateComplete.then(()=>{if(this.setTextareaDimensions(),this.updateResizeObserver(),this.didSSR&&this.input&&this.value!==this.input.value){let e=this.input.value;this.value=e}})}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.countAnnounceTimeout),this.resizeObserver?.disconnect(),this.resizeObserver=void 0}updateFormValue(e){e==null?this.setValue(``,null):super.updateFormValue(e)}updateResizeObserver(){let e=this.resize!==`none`;this.resizeObserver&&=(this.resizeObserver.disconnect(),void 0),e&&this.input&&(this.resize===`auto`?(this.resizeObserver=new ResizeObserver(e=>{let t=e[0]?.contentRect.width??0;t!==this.lastObservedWidth&&(this.lastObservedWidth=t,requestAnimationFrame(()=>this.setTextareaDimensions()))}),this.resizeObserver.observe(this)):(this.resizeObserver=new ResizeObserver(()=>this.setTextareaDimensions()),this.resizeObserver.observe(this.input)))}handleBlur(){this.checkValidity()}handleChange(e){this.valueHasChanged=!0,this.value=this.input.value,this.setTextareaDimensions(),this.checkValidity(),this.relayNativeEvent(e,{bubbles:!0,composed:!0})}handleInput(e){this.valueHasChanged=!0,this.value=this.input.value,this.relayNativeEvent(e,{bubbles:!0,composed:!0}),this.scheduleCountAnnouncement()}scheduleCountAnnouncement(){clearTimeout(this.countAnnounceTimeout),this.countAnnounceTimeout=setTimeout(()=>{let e=(this.value??``).length;this.announcedCountText=this.maxlength==null?this.localize.term(`numCharacters`,e):this.localize.term(`numCharactersRemaining`,this.maxlength-e)},1e3)}setTextareaDimensions(){if(this.resize===`none`)return this.base.style.width=``,void(this.base.style.height=``);if(this.resize===`auto`){this.sizeAdjuster.style.height=this.input.clientHeight+`px`,this.input.style.height=`auto`;let e=this.input.scrollHeight;this.input.style.height=e+`px`,this.sizeAdjuster.style.height=e+`px`,this.base.style.width=``,this.base.style.height=``}else{if(this.input.style.width){let e=Number(this.input.style.width.split(/px/)[0])+2;this.base.style.width=e+`px`}if(this.input.style.height){let e=Number(this.input.style.height.split(/px/)[0])+2;this.base.style.height=e+`px`}}}handleRowsChange(){this.setTextareaDimensions()}async handleValueChange(){await this.updateComplete,this.checkValidity(),this.setTextareaDimensions()}updated(e){e.has(`resize`)&&(this.setTextareaDimensions(),this.updateResizeObserver()),super.updated(e),e.has(`value`)&&this.customStates.set(`blank`,!this.value)}focus(e){this.input.focus(e)}blur(){this.input.blur()}select(){this.input.select()}scrollPosition(e){return e?(typeof e.top==`number`&&(this.input.scrollTop=e.top),void(typeof e.left==`number`&&(this.input.scrollLeft=e.left))):{top:this.input.scrollTop,left:this.input.scrollTop}}setSelectionRange(e,t,n=`none`){this.input.setSelectionRange(e,t,n)}setRangeText(e,t,n,r=`preserve`){let i=t??this.input.selectionStart,a=n??this.input.selectionEnd;this.input.setRangeText(e,i,a,r),this.value!==this.input.value&&(this.value=this.input.value,this.setTextareaDimensions())}formResetCallback(){this._value=null,this.input&&(this.input.value=this.value||``),super.formResetCallback()}render(){let e=this.hasSlotController.test(`label`,`withLabel`),t=this.hasSlotController.test(`hint`,`withHint`),n=!!this.label||!!e,r=!!this.hint||!!t,i=(this.value??``).length,a=this.maxlength==null?this.localize.term(`numCharacters`,i):this.localize.term(`numCharactersRemaining`,this.maxlength-i);return j`
      <label
        part="form-control-label label"
        class=${yt({label:!0,"has-label":n})}
        for="input"
        aria-hidden=${n?`false`:`true`}
      >
        <slot name="label">${this.label}</slot>
      </label>

      <div part="base textarea-wrapper" class="textarea">
        <textarea
          part="textarea"
          id="input"
          class="control"
          title=${this.title}
          name=${L(this.name)}
          .value=${Xr(this.value)}
          ?disabled=${this.disabled}
          ?readonly=${this.readonly}
          ?required=${this.required}
          placeholder=${L(this.placeholder)}
          rows=${L(this.rows)}
          minlength=${L(this.minlength)}
          maxlength=${L(this.maxlength)}
          autocapitalize=${L(this.autocapitalize)}
          autocorrect=${L(this.autocorrect)}
          ?autofocus=${this.autofocus}
          spellcheck=${L(this.spellcheck)}
          enterkeyhint=${L(this.enterkeyhint)}
          inputmode=${L(this.inputmode)}
          aria-describedby="hint"
          @change=${this.handleChange}
          @input=${this.handleInput}
          @blur=${this.handleBlur}
        ></textarea>

        <!-- This "adjuster" exists to prevent layout shifting. https://github.com/shoelace-style/shoelace/issues/2180 -->
        <div part="textarea-adjuster" class="size-adjuster" ?hidden=${this.resize!==`auto`}></div>
      </div>

      <div
        part="hint"
        class=${yt({footer:!0,"has-count":this.withCount,"has-slotted":r})}
      >
        <slot id="hint" name="hint" class="hint" aria-hidden=${r?`false`:`true`}>${this.hint}</slot>

        ${this.withCount?j`
              <div part="count" class="count" aria-hidden="true">${a}</div>
              <div class="wa-visually-hidden-force" aria-live="polite">${this.announcedCountText}</div>
            `:``}
      </div>
    `}};function ei(e,t,n=`http`){let r=e||globalThis.location?.origin;if(!r)throw TypeError(`src is missing: give the server's address`);let i=new URL(r);return i.pathname=i.pathname.replace(/\/+$/,``)+t,i.search=i.hash=``,n===`ws`&&(i.protocol=i.protocol===`https:`?`wss:`:`ws:`),i}W.css=[$r,Yr,nt,B],c([He()],W.prototype,`announcedCountText`,2),c([We(`.control`)],W.prototype,`input`,2),c([We(`[part~="base"]`)],W.prototype,`base`,2),c([We(`.size-adjuster`)],W.prototype,`sizeAdjuster`,2),c([F()],W.prototype,`title`,2),c([F({reflect:!0})],W.prototype,`name`,2),c([He()],W.prototype,`value`,1),c([F({attribute:`value`,reflect:!0})],W.prototype,`defaultValue`,2),c([F({reflect:!0})],W.prototype,`size`,2),c([I(`size`)],W.prototype,`handleSizeChange`,1),c([F({reflect:!0})],W.prototype,`appearance`,2),c([F()],W.prototype,`label`,2),c([F({attribute:`hint`})],W.prototype,`hint`,2),c([F()],W.prototype,`placeholder`,2),c([F({type:Number})],W.prototype,`rows`,2),c([F({reflect:!0})],W.prototype,`resize`,2),c([F({type:Boolean})],W.prototype,`disabled`,2),c([F({type:Boolean,reflect:!0})],W.prototype,`readonly`,2),c([F({type:Boolean,reflect:!0})],W.prototype,`required`,2),c([F({type:Number})],W.prototype,`minlength`,2),c([F({type:Number})],W.prototype,`maxlength`,2),c([F()],W.prototype,`autocapitalize`,2),c([F({type:Boolean,converter:{fromAttribute(e){return!(!e||e===`off`)},toAttribute(e){return e?`on`:`off`}}})],W.prototype,`autocorrect`,2),c([F()],W.prototype,`autocomplete`,2),c([F({type:Boolean})],W.prototype,`autofocus`,2),c([F()],W.prototype,`enterkeyhint`,2),c([F({type:Boolean,converter:{fromAttribute(e){return!(!e||e===`false`)},toAttribute(e){return e?`true`:`false`}}})],W.prototype,`spellcheck`,2),c([F()],W.prototype,`inputmode`,2),c([F({attribute:`with-label`,type:Boolean})],W.prototype,`withLabel`,2),c([F({attribute:`with-hint`,type:Boolean})],W.prototype,`withHint`,2),c([F({attribute:`with-count`,type:Boolean,reflect:!0})],W.prototype,`withCount`,2),c([I(`rows`,{waitUntilFirstUpdate:!0})],W.prototype,`handleRowsChange`,1),c([I(`value`,{waitUntilFirstUpdate:!0})],W.prototype,`handleValueChange`,1),W=c([ze(`wa-textarea`)],W),W.disableWarning?.(`change-in-update`),dt({$code:`zh-cn`,$name:`简体中文`,$dir:`ltr`,allTagsRemoved:`已移除所有标签`,am:`上午`,autosizeColumn:`自适应列宽`,captions:`字幕`,carousel:`跑马灯`,chooseDate:`选择日期`,chooseDecade:`选择年代`,chooseMonth:`选择月份`,chooseTime:`选择时间`,chooseYear:`选择年份`,clearEntry:`清空`,clearFilter:`清除筛选`,clearSort:`清除排序`,close:`关闭`,closeCalendar:`关闭日历`,closeTimeInput:`关闭时间选择器`,collapseRow:`折叠行`,columnMenu:`列选项`,columnMovedToPosition(e,t,n){return`${e} 已移至第 ${t} 个位置，共 ${n} 个`},columns:`列`,compactPageXOfY(e,t){return`${e} / ${t}`},completed:`已完成`,copied:`已复制`,copy:`复制`,createOption(e){return`创建"${e}"`},currentlyPlaying:`正在播放`,currentValue:`当前值`,date:`日期`,datePickerKeyboardHelp:`使用方向键更改值；按 Alt+下方向键打开日历。`,day:`日`,dayPeriod:`上午/下午`,decrement:`减少`,deselectAllRows:`取消选择所有行`,disabled:`已禁用`,dropFileHere:`Drop file here or click to browse`,dropFilesHere:`Drop files here or click to browse`,empty:`空`,endDate:`结束日期`,enterFullscreen:`进入全屏`,error:`错误`,exitFullscreen:`退出全屏`,expandRow:`展开行`,filterByColumn(e){return`按${e}筛选`},filterFrom:`开始`,filterMax:`最大值`,filterMin:`最小值`,filterTo:`结束`,firstPage:`首页`,goToSlide(e,t){return`转到第 ${e} 张幻灯片，共 ${t} 张`},hideColumn:`隐藏列`,hidePassword:`隐藏密码`,hour:`时`,incompleteDate:`请输入有效的日期。`,increment:`增加`,jumpBackwardX(e){return`向后跳转 ${e} 页`},jumpForwardX(e){return`向前跳转 ${e} 页`},lastPage:`末页`,loading:`加载中`,locked:`已锁定`,minute:`分`,month:`月`,moreOptions:`更多选项`,mute:`静音`,nextDecade:`下一个年代`,nextMonth:`下个月`,nextPage:`下一页`,nextSlide:`下一张幻灯片`,nextVideo:`下一个视频`,nextYear:`下一年`,noData:`暂无数据`,noOptions:`暂无选项`,noResults:`无匹配结果`,notCompleted:`未完成`,now:`此刻`,numCharacters(e){return e+`个字符`},numCharactersRemaining(e){return`剩余${e}个字符`},numOptionsAvailable(e){return e===0?`没有可用选项`:e+` 个可用选项`},numOptionsSelected(e){return e===0?`未选择任何项目`:e===1?`已选择 1 个项目`:e+` 选择项目`},numRowsCopied(e){return`已复制 ${e} 行`},numRowsSelected(e){return`已选择 ${e} 行`},optionPosition(e,t,n){return`${e}，${t} / ${n}`},optionsLoadError:`无法加载选项`,pageXOfY(e,t){return`第 ${e} 页，共 ${t} 页`},pagination:`分页`,pause:`暂停`,pauseAnimation:`暂停动画`,pictureInPicture:`画中画`,pinLeft:`固定到左侧`,pinRight:`固定到右侧`,play:`播放`,playAnimation:`播放动画`,playbackSpeed:`播放速度`,playlist:`播放列表`,pm:`下午`,previousDecade:`上一个年代`,previousMonth:`上个月`,previousPage:`上一页`,previousSlide:`上一张幻灯片`,previousVideo:`上一个视频`,previousYear:`上一年`,progress:`进度`,rangeTooLong(e){return e===1?`请选择不超过 1 天的范围`:`请选择不超过 ${e} 天的范围`},rangeTooShort(e){return e===1?`请选择至少 1 天的范围`:`请选择至少 ${e} 天的范围`},readonly:`只读`,remove:`删除`,resetColumns:`重置列`,resize:`调整大小`,resizeColumn:`调整列宽`,rowsPerPage:`每页行数`,scrollableRegion:`可滚动区域`,scrollToEnd:`滚动至页尾`,scrollToStart:`滚动至页首`,search:`搜索`,second:`秒`,seek:`跳转`,seekProgress(e,t){return`${e} / ${t}`},selectAColorFromTheScreen:`从屏幕中选择一种颜色`,selectAllRows:`选择所有行`,selected:`已选择`,selectedDateLabel(e){return`已选择：`+e},selectedRangeLabel(e){return`已选择范围：`+e},selectGroup:`选择分组`,selectionCleared:`已清除选择`,selectRow:`选择行`,showingNofMRows(e,t){return`显示 ${e} 行，共 ${t} 行`},showingXtoYofZ(e,t,n){return`${e}–${t}，共 ${n} 项`},showPassword:`显示密码`,slideNum(e){return`幻灯片 `+e},sortAscending:`升序排序`,sortColumn:`排序列`,sortDescending:`降序排序`,startDate:`开始日期`,steps:`步骤`,stepXOfY(e,t){return`第 ${e} 步，共 ${t} 步`},tagAdded(e){return`已添加 `+e},tagAlreadyAdded(e){return e+` 已添加`},tagInputKeyboardHelp:`按 Backspace 或 Delete 键移除此标签。`,tagRemoved(e){return`已移除 `+e},time:`时间`,timeInputKeyboardHelp:`使用方向键更改值；按 Alt+下方向键打开时间选择器。`,today:`今天`,toggleColorFormat:`切换颜色模式`,tooFewTags(e){return`请至少添加 ${e} 个标签`},tooManyTags(e){return`最多只能添加 ${e} 个标签`},unmute:`取消静音`,unpin:`取消固定`,unpinColumn:`取消固定列`,videoPlayer:`视频播放器`,volume:`音量`,year:`年`,zoomIn:`放大`,zoomOut:`缩小`});var ti=[`URGENT`,`WARNING`,`INFO`,`LOW`],ni=e=>typeof e==`object`&&!!e&&!Array.isArray(e),ri=e=>typeof e==`string`,ii=e=>Number.isSafeInteger(e),G=e=>ii(e)&&e>=0,ai=e=>G(e)&&e!==0,oi=e=>t=>t==null||e(t),si=e=>t=>Array.isArray(t)&&t.every(e),ci=e=>t=>ni(t)&&Object.keys(e).every(n=>e[n]?.(t[n])),li=ci({weight:ai,hold_ms:G,play:ri}),ui=ci({speed:ai,gap:G,pin_min_ms:G,pin_queue:G,breath_ms:G,levels:ci(Object.fromEntries(ti.map(e=>[e,li])))}),di={id:ri,text:ri,level(e){return ti.includes(e)},rev:G,cells:G,starts_at:G,expires_at:G,tags:oi(si(ri)),link:oi(ri)},fi=ci(di),pi=ci({head:G,end:G,notice:fi}),mi={board:ri},hi={...mi,cursor:ri},gi={...hi,version:G,at:G},_i=ci({...hi,policy:ui,notices:si(ci({...di,version:G,pass:G})),timeline:oi(ci({now:G,x:G,floor:G,rest:G,last:oi(ri),queue:si(ri),trail:si(pi),slot:oi(pi),pin:oi(ci({from:G,until:G,notice:fi}))}))});function vi(e){return _i(e)}var yi={hello:ci({server_time:G}),subscribed:ci({...mi,head:ri,resume:ri}),reset:ci(mi),snapshot:_i,put:ci({...gi,notice:fi}),delete:ci({...gi,id:ri}),policy:ci({...gi,policy:ui}),bookmark:ci({...hi,at:G}),pong:ci({ts:ii,server_time:G}),error:ci({code:ri}),bye:ci({code:G,retry_after_ms:oi(G)}),token_expiring:ci({in_ms:G}),lifecycle:ci({...mi,id:ri,stage:ri,at:G}),token_ok:ci({token_expires_at:oi(G)})};function bi(e){let t;try{t=JSON.parse(e)}catch{return null}return ni(t)&&Object.hasOwn(yi,t.type)&&yi[t.type](t)?t:null}function xi(e){let t=/^([a-z0-9]{8,32})\.(0|[1-9][0-9]{0,15})$/.exec(e),n=Number(t?.[2]);return t?.[1]!==void 0&&Number.isSafeInteger(n)?{epoch:t[1],version:n}:null}var Si=class{#e;#t=null;#n=-1;constructor(e){this.#e=e}at(e){let{timeline:t,revision:n}=this.#e;return(n!==this.#n||this.#t!==null&&this.#t.now>e)&&(this.#t=t?.clone()??null,this.#n=n),this.#t?.advance(e),this.#t}},Ci=[1009,4400,4403],wi=[4401,4403];function Ti(e,t){return 500+Math.floor(t*(Math.min(2e4,1e3*2**Math.min(e,16))-500))}var Ei=class{#e=[];#t=`nothing`;#n=0;#r=0;#i=0;offset(e){let t=.05*Math.max(0,e-this.#i),n=this.#n-this.#r;return this.#r+Math.max(-t,Math.min(t,n))}serverTime(e){return e+this.offset(e)}hello(e,t){this.#e=[];let n=e-t;(this.#t===`nothing`||this.#a(n,t))&&this.#s(n,n,t),this.#t===`nothing`&&(this.#t=`hello`)}sample(e,t,n){let r={offsetMs:t-(e+n)/2,roundTripMs:Math.max(0,n-e)};this.#e=[...this.#e,r].slice(-16);let i=this.#o(),a=this.#t!==`samples`||this.#a(i,n);this.#s(i,a?i:this.offset(n),n),this.#t=`samples`}#a(e,t){return Math.abs(e-this.offset(t))>2e3}#o(){let e=[...this.#e].sort((e,t)=>e.roundTripMs-t.roundTripMs).slice(0,Math.ceil(this.#e.length/2)).map(e=>e.offsetMs).sort((e,t)=>e-t),t=Math.floor(e.length/2),n=e[t]??0;return e.length%2==1?n:((e[t-1]??n)+n)/2}#s(e,t,n){this.#n=e,this.#r=t,this.#i=n}};function Di(e){return{...e,active:e.active.map(e=>({...e})),slot:e.slot&&{...e.slot},trail:[...e.trail],pin:e.pin&&{...e.pin},queue:[...e.queue]}}function Oi(e,t){return e.active.find(e=>e.notice.id===t)}function ki(e,t){for(let n=Ai(e);n<=t;n=Ai(e))ji(e,n),Mi(e);ji(e,Math.max(t,e.now))}function Ai(e){let t=1/0;for(let n of e.active)t=Math.min(t,n.notice.expires_at),n.started||(t=Math.min(t,n.notice.starts_at));if(e.pin)t=Math.min(t,e.pin.until);else{if(e.slot){let n=Math.max(0,e.slot.end-e.x);t=Math.min(t,e.now+Math.ceil(n/e.policy.speed))}e.queue.length>0&&(t=Math.min(t,Math.max(e.rest,e.now)))}return Math.max(t,e.now)}function ji(e,t){e.pin||(e.x+=e.policy.speed*(t-e.now)),e.now=t}function Mi(e){(e=>{let t=e.active.filter(t=>t.notice.expires_at<=e.now);for(let n of t)Ni(e,n.notice.id)})(e),(e=>{let t=[];for(let n of e.active)n.started||n.notice.starts_at>e.now||(n.started=!0,n.pass=e.floor,e.policy.levels[n.notice.level].play===`pin`&&t.push(n.notice.id));for(let n of t)Pi(e,n)})(e),e.pin&&e.pin.until<=e.now&&(e=>{let t=e.pin&&Oi(e,e.pin.notice.id);t&&(t.pass+=Vi(e,t)),e.pin=null,e.rest=e.now+e.policy.breath_ms,e.slot&&!Oi(e,e.slot.notice.id)&&(e.slot=null)})(e),e.pin||(e.slot&&e.slot.end<=e.x&&(e=>{e.slot&&e.trail.push(e.slot),e.slot=null,e.trail=e.trail.filter(t=>e.x-t.end<512e3).slice(-64)})(e),e.rest<=e.now&&e.queue.length>0&&(e=>{let t=e.queue.shift(),n=t===void 0?void 0:Oi(e,t);if(!n)return;let r=e.policy.levels[n.notice.level].hold_ms;r!==0&&(e.pin={notice:n.notice,from:e.now,until:e.now+r},Ii(e))})(e),e.pin||e.slot||(e=>{let{policy:t}=e,n=(e,n)=>{if(e.pass!==n.pass)return e.pass<n.pass;let[r,i]=[t.levels[e.notice.level].weight,t.levels[n.notice.level].weight];return r===i?e.version<n.version:r>i},r,i;for(let t of e.active)t.started&&(t.notice.id===e.last?i=t:r&&!n(t,r)||(r=t));if(r??=i,!r)return;e.floor=Math.max(e.floor,r.pass);let a=Math.max(0,e.floor-1e6);for(let t of e.active)t===r?t.pass+=Vi(e,t):t.started&&(t.pass=Math.max(t.pass,a));let{notice:o}=r,s=Math.max(1e3*(o.cells+t.gap),500*t.speed);e.last=o.id,e.slot={notice:o,head:e.x,end:e.x+s}})(e))}function Ni(e,t){e.active=e.active.filter(e=>e.notice.id!==t),e.queue=e.queue.filter(e=>e!==t),e.pin?.notice.id===t&&(e.pin.until=e.now)}function Pi(e,t){e.queue.push(t),Fi(e),Ii(e)}function Fi(e){let t=e.queue.length-e.policy.pin_queue;t>0&&e.queue.splice(0,t)}function Ii(e){let{pin:t}=e;if(!t||e.queue.length===0)return;let n=Oi(e,t.notice.id),r=n?e.policy.levels[n.notice.level].hold_ms:0,i=Math.max(e.now,t.from+Math.min(r,e.policy.pin_min_ms));t.until=Math.min(t.until,i)}var Li,Ri,zi,Bi,Vi=(e,t)=>Math.floor(1e6/e.policy.levels[t.notice.level].weight),Hi=({notice:e,head:t,end:n})=>({id:e.id,rev:e.rev,head:t,end:n}),Ui=class e{#e;constructor(e){this.#e=e}static begin(t,n){return new e(((e,t)=>({policy:e,now:t,x:0,floor:0,rest:0,active:[],slot:null,last:null,trail:[],pin:null,queue:[]}))(t,n))}static fromParts(t){let n=Di(t);return n.active.sort((e,t)=>e.version-t.version),n.queue=n.queue.filter(e=>Oi(n,e)),new e(n)}static fromSnapshot(t){let{timeline:n,policy:r,notices:i}=t;if(!n)return null;let a=i.map(({version:e,started:t,pass:n,...r})=>({notice:r,version:e,started:t,pass:n}));return e.fromParts({...n,last:n.last??null,slot:n.slot??null,pin:n.pin??null,policy:r,active:a})}parts(){return Di(this.#e)}clone(){return new e(Di(this.#e))}get now(){return this.#e.now}get x(){return this.#e.x}get policy(){return this.#e.policy}get active(){return this.#e.active}get slot(){return this.#e.slot}get trail(){return this.#e.trail}get pin(){return this.#e.pin}advance(e){ki(this.#e,e)}apply(e){let t=this.#e;if(e.at<t.now)return`late`;switch(ki(t,e.at),e.type){case`put`:((e,t,n)=>{let r=Oi(e,n.id);if(!r)return void e.active.push({notice:n,version:t,started:!1,pass:0});let i=r.notice;if(r.notice=n,e.pin?.notice.id===n.id)return void(e.pin.notice=n);let a=e.policy.levels[i.level].play===`pin`;r.started&&!a&&e.policy.levels[n.level].play===`pin`&&Pi(e,n.id)})(t,e.version,e.notice);break;case`delete`:((e,t)=>{Ni(e,t),e.slot?.notice.id===t&&(e.slot=null),e.trail=e.trail.filter(e=>e.notice.id!==t)})(t,e.id);break;case`policy`:t.policy=e.policy,Fi(t)}return t.queue=t.queue.filter(e=>{let n=Oi(t,e);return n&&t.policy.levels[n.notice.level].play===`pin`}),Mi(t),`applied`}screen(e){let t=Di(this.#e);ki(t,e);let{pin:n}=t;return{at:t.now,x:t.x,pin:n&&{id:n.notice.id,rev:n.notice.rev,from:n.from,until:n.until},slot:t.slot&&Hi(t.slot),trail:t.trail.map(Hi),active:t.active.map(e=>e.notice.id)}}},Wi=class{board;#e;#t=`asked`;#n=null;#r=null;#i=null;#a=0;constructor(e,t){this.board=e,this.#e=t}get cursor(){return this.#n&&`${this.#n.epoch}.${this.#n.version}`}get timeline(){return this.#i}get revision(){return this.#a}get isLive(){return!(this.#t!==`following`||!this.#n||!this.#r)&&this.#n.epoch===this.#r.epoch&&this.#n.version>=this.#r.version}ask(){this.#t=`asked`,this.#r=null}forget(){this.#n=null,this.ask()}subscribed(e){if(this.#r=xi(e.head),e.resume===`incremental`){if(!this.#n)return`broken`;this.#t=`following`}else this.#n=null,this.#t=`base`;return`taken`}reset(){return this.#t===`asked`?`passed-over`:(this.#n=null,this.#t=`base`,`taken`)}snapshot(e){let t=xi(e.cursor);return this.#t!==`base`||this.#e===`feed`?`passed-over`:t?(this.#n=t,this.#t=`following`,this.#i=Ui.fromSnapshot(e),this.#a+=1,`taken`):`broken`}entry(e){if(this.#t!==`following`)return`passed-over`;let t=xi(e.cursor),n=this.#n&&t?.epoch===this.#n.epoch?this.#n.version+1:null;if(!t||t.version!==n||e.version!==n)return`broken`;if(this.#e!==`feed`){if(this.#i||e.type!==`policy`||(this.#i=Ui.begin(e.policy,e.at)),this.#i?.apply(e)!==`applied`)return`broken`;this.#a+=1}return this.#n=t,`taken`}bookmark(e){let t=xi(e.cursor);return this.#t===`asked`?`passed-over`:this.#e===`feed`?this.#o(t):this.#t===`following`?t?.epoch!==this.#n?.epoch||t?.version!==this.#n?.version?`broken`:(this.#i?.advance(e.at),`taken`):`passed-over`}#o(e){if(!e)return`broken`;let t=e.epoch!==this.#n?.epoch||e.version<this.#n.version;return this.#n&&t?`broken`:(this.#n=e,this.#t=`following`,`taken`)}},Gi=new Map([[4401,`token-expired`],[4403,`token-revoked`]]),Ki=class{clock=new Ei;#e;#t;#n={name:`idle`};#r=`catching-up`;#i=0;#a=0;#o;#s=`good`;#c=null;#l=0;#u=null;#d=0;#f=1/0;#p=0;#m=[];constructor(e){this.#e=e,this.#t=new Map(e.boards.map(t=>[t,new Wi(t,e.terminal)]))}get connected(){return this.#r}follow(e){return this.#t.get(e)}handle(e,t,n){switch(this.#m=[],e.type){case`start`:this.#n.name===`idle`&&this.#b();break;case`token`:this.#x(e.token,t,n);break;case`opened`:this.#n.name===`connecting`&&this.#S(t);break;case`frame`:this.#n.name===`open`&&this.#j(e.frame,t,n);break;case`closed`:this.#k(e.code,t,n);break;case`tick`:this.#E(t,n);break;case`stop`:this.#n.name!==`connecting`&&this.#n.name!==`open`||this.#g({type:`drop`}),this.#n={name:`stopped`},this.#y(`offline`)}return this.#n.name===`open`&&this.#y(this.#h()?`live`:`catching-up`),this.#m}deadline(){switch(this.#n.name){case`waiting`:return this.#n.until;case`connecting`:return this.#n.since+25e3;case`open`:return Math.min(this.#f,this.#T(),this.#c?.next??1/0);default:return 1/0}}#h(){return[...this.#t.values()].every(e=>e.isLive)}#g(e){this.#m.push(e)}#_(e){this.#g({type:`send`,message:e})}#v(e,t,n){this.#g({type:`error`,code:e,detail:t,board:n})}#y(e){this.#r!==e&&(this.#r=e,e===`live`&&(this.#p=0),this.#g({type:`state`,connected:e}))}#b(){this.#n={name:`token`},this.#g({type:`fetch-token`})}#x(e,t,n){let r=e!==this.#o;if(this.#o=e,r&&(this.#s=`good`),this.#n.name===`open`&&r&&e!==void 0&&this.#_({type:`token`,token:e}),this.#n.name!==`token`)return;if(this.#s===`refused`)return void this.#A(t,n);let{boards:i,terminal:a,name:o}=this.#e,s={terminal:a};o!==void 0&&(s.name=o);let[c,...l]=i;if(c!==void 0&&l.length===0){s.board=c;let e=this.#t.get(c)?.cursor;e&&(s.last_seen=e)}this.#n={name:`connecting`,since:t},this.#g({type:`open`,params:s,token:e})}#S(e){this.#n={name:`open`,since:e},this.#l=e,this.#u=null,this.#p=0,this.#d=0,this.#f=e,this.#c=null;for(let e of this.#t.values())e.ask(),this.#t.size>1&&this.#C(e);this.#w(e)}#C(e){let{board:t,cursor:n}=e;this.#_({type:`subscribe`,board:t,...n?{last_seen:n}:{}})}#w(e){this.#u??=e,this.#d+=1,this.#f=e+(this.#d<4?250:1e4),this.#_({type:`ping`,ts:Math.round(1e3*e)})}#T(){return this.#u===null?1/0:Math.max(this.#l+25e3,this.#u+15e3)}#E(e,t){switch(this.#n.name){case`waiting`:e>=this.#n.until&&this.#b();break;case`connecting`:e>=this.#n.since+25e3&&this.#O(e,t);break;case`open`:e>=this.#T()?this.#O(e,t):(e>=this.#f&&this.#w(e),this.#c&&e>=this.#c.next&&this.#D(e,this.#c.until))}}#D(e,t){this.#c=e<t?{next:e+1e4,until:t}:null,this.#c&&this.#g({type:`fetch-token`})}#O(e,t){this.#g({type:`drop`}),this.#k(1006,e,t)}#k(e,t,n){let r=this.#n;if(r.name!==`connecting`&&r.name!==`open`)return;r.name===`open`&&t-r.since>=1e4&&(this.#i=0),(e=>wi.includes(e))(e)&&(this.#s=`refused`);let i=Gi.get(e);i!==void 0&&this.#v(i,`it takes another token to come back`),this.#a=Math.max(this.#a,t+(e=>Ci.includes(e)?3e5:0)(e)),this.#A(t,n)}#A(e,t){this.#n={name:`waiting`,until:Math.max(this.#a,e+Ti(this.#i,t))},this.#i+=1,this.#y(`offline`)}#j(e,t,n){if(this.#l=t,this.#u=null,!e)return;switch(e.type){case`hello`:this.clock.hello(e.server_time,t),this.#g(e);return;case`pong`:this.clock.sample(e.ts/1e3,e.server_time,t);return;case`error`:this.#v(e.code,e.detail??``,e.board);return;case`lifecycle`:this.#g(e);return;case`bye`:this.#a=t+(e.retry_after_ms??0);return;case`token_expiring`:this.#D(t,t+e.in_ms);return;case`token_ok`:this.#c=null;return}let r=this.#t.get(e.board);r&&this.#M(r,e)===`broken`&&this.#N(r,t,n)}#M(e,t){let n;switch(t.type){case`subscribed`:return e.subscribed(t);case`bookmark`:return e.bookmark(t);case`reset`:return n=e.reset(),n===`taken`&&this.#g({type:`reset`,board:t.board,reason:t.reason}),n;case`snapshot`:return n=e.snapshot(t),n===`taken`&&this.#g({type:`snapshot`,board:t.board}),n;default:return n=e.entry(t),n===`taken`&&this.#g({type:`entry`,board:t.board,entry:t}),n}}#N(e,t,n){this.#p+=1,e.forget(),this.#p>5?this.#O(t,n):this.#C(e)}},qi=t(()=>{Li=class{#e=`sse`;#t=0;#n;#r;constructor(e){this.#n=e,this.#r=e+3e5}get over(){return this.#e}get deadline(){return Math.min(this.#r,this.#e===`sse`?this.#n+45e3:1/0)}begun(e){this.#n=e}heard(e){this.#n=e,this.#t=0}failed(){this.#t+=1,this.#t>=3&&this.unblocked()}tick(e){return e>=this.#r?(this.#r=e+3e5,`probe`):e<this.deadline?`nothing`:`buffered`}silent(){this.#e=`poll`}unblocked(){this.#e=`ws`}}}),Ji=n({Detour(){return zi},refused(){return Yi}});async function Yi(e,t,n){let r=Ri.get(e.status);if(r===void 0)return;let i=await e.json().catch(()=>({}));n.fault(r,i.detail??`the server answered `+e.status,t)}var Xi=t(()=>{qi(),Ri=new Map([[401,`unauthorized`],[403,`forbidden`]]),zi=class{#e;#t=new Li(performance.now());constructor(e,t){this.#e=e,t.fault(`blocked`,`no WebSocket can be had: a stream of events takes its place`)}open(e,t,n){let{over:r}=this.#t;return r===`ws`?void 0:new Bi(r,this.#t,this.#e,e,t,n)}},Bi=class{reports=!1;#e;#t;#n;#r;#i;#a=new Map;#o;#s;#c=`connecting`;constructor(e,t,n,r,i,a){this.#e=e===`sse`?this.#v:this.#y,this.#t=t,this.#n=n,this.#i=r,this.#s=i,this.#r=a,t.begun(performance.now()),this.#u(),r.board===void 0?queueMicrotask(()=>this.#_()):this.#m(r)}send(e){if(this.#c===`open`)switch(e.type){case`ping`:this.#g(e.ts);break;case`subscribe`:{let{last_seen:t,...n}=this.#i,{board:r,last_seen:i}=e;this.#m({...n,board:r,...i===void 0?{}:{last_seen:i}});break}case`token`:this.#s=e.token}}close(){this.#c===`connecting`&&this.#f(),this.#c=`closed`,clearTimeout(this.#o);for(let e of this.#a.values())e.abort()}#l(){this.#c!==`closed`&&(this.#c===`connecting`&&this.#t.failed(),this.#c=`closed`,this.close(),this.#r.ended(1006))}#u(){clearTimeout(this.#o),this.#o=setTimeout(()=>this.#d(),Math.max(0,Math.ceil(this.#t.deadline-performance.now())))}#d(){switch(this.#t.tick(performance.now())){case`probe`:this.#p();break;case`buffered`:this.#f(),this.#l();return}this.#u()}#f(){this.#t.silent(),this.#r.fault(`buffered`,`a proxy holds the stream of events back: polling takes its place`)}#p(){let e=new WebSocket(this.#n(`/v1/ws`,`ws`),[`marquee.v1.json`,...this.#s?[`marquee.bearer.`+this.#s]:[]]);e.onopen=()=>{e.close(),this.#t.unblocked(),this.#l()}}#m(e){let t=e.board??`main`;this.#a.get(t)?.abort();let n=new AbortController;this.#a.set(t,n);let r=()=>{n.signal.aborted||this.#l()};this.#e(e,n.signal).then(r,r)}#h(e,t,n){let r=this.#n(e);r.search=new URLSearchParams(t).toString();let i=this.#s===void 0?{}:{authorization:`Bearer `+this.#s};return fetch(r,{headers:i,signal:n,cache:`no-store`})}async#g(e){try{let{server_time:t}=await(await this.#h(`/v1/time`,{},null)).json();this.#c===`open`&&this.#r.heard(JSON.stringify({type:`pong`,ts:e,server_time:t}))}catch{}}#_(...e){this.#t.heard(performance.now()),this.#u(),this.#c===`connecting`&&(this.#c=`open`,this.#r.opened());for(let t of e)this.#r.heard(typeof t==`string`?t:JSON.stringify(t))}#v=async(e,t)=>{let n=await this.#h(`/v1/sse`,e,t);if(!n.ok||!n.body)return void await Yi(n,e.board??`main`,this.#r);let r=n.body.pipeThrough(new TextDecoderStream).getReader();for(let e=``;e.length<=67108864;){let{done:n,value:i}=await r.read();if(n||t.aborted)return;let a=(e+i).split(/\r?\n/);e=a.pop()??``,this.#_();for(let e of a)e.startsWith(`data:`)&&!t.aborted&&this.#_(e.slice(5).trimStart())}};#y=async(e,t)=>{let n=e.board??`main`,r=(e,t)=>({type:`subscribed`,board:n,resume:e,head:t}),i=(e,t)=>({type:`bookmark`,board:n,cursor:e,at:t}),a=e.last_seen;for(let e=!1;;e=!0){if(a===void 0){let o=await this.#h(`/v1/snapshot`,{board:n},t);if(!o.ok)return void await Yi(o,n,this.#r);let s=await o.json();this.#_(r(`reset`,s.cursor),s,i(s.cursor,s.at)),a=s.cursor,e=!0}let o=(e?25e3:0)+``,s=await this.#h(`/v1/sync`,{board:n,since:a,limit:`1000`,wait_ms:o},t);if(s.status===410){a=void 0;continue}if(!s.ok)return void await Yi(s,n,this.#r);let c=await s.json();if(t.aborted)return;e||this.#_(r(`incremental`,c.cursor)),this.#_(...c.entries),c.more||this.#_(i(c.cursor,c.at)),a=c.cursor}}}}),Zi=()=>performance.timeOrigin+performance.now(),Qi=(e,t)=>({at:Math.floor(t),board:e,cursor:null,x:null,pin:null,slot:null,trail:null,active:null}),$i=class{options;boards;#e;#t;#n=new Map;#r=null;#i=0;#a=null;#o;#s=-1/0;constructor(e){this.options=e,this.#e=ei(e.src,`/v1/ws`,`ws`),this.boards=e.boards??[e.board??`main`],this.#t=new Ki({boards:this.boards,terminal:e.terminal??`web`,name:e.name}),queueMicrotask(()=>this.#c({type:`start`}))}get connected(){return this.#t.connected}on(e,t){let n=this.#n.get(e)??new Set;return this.#n.set(e,n.add(t)),()=>n.delete(t)}follow(e){return this.#t.follow(e)}screen(e,t){let n=Math.floor(t??this.serverTime());return{...Qi(e,n),...this.follow(e)?.timeline?.screen(n),cursor:this.cursor(e)}}cursor(e){return this.follow(e)?.cursor??null}report(e){let t=this.#r;return!(this.connected!==`live`||!t?.reports||(t.send(e),0))}serverTime(e=Zi()){return this.#t.clock.serverTime(e)}offsetMs(){return this.#t.clock.offset(Zi())}playhead(e){return new Si(this.follow(e)??{timeline:null,revision:0})}close(){this.#c({type:`stop`}),clearTimeout(this.#o)}tell(e,t){for(let n of[...this.#n.get(e)??[]])try{n(t)}catch(e){queueMicrotask(()=>{throw e})}}#c(e){for(let t of this.#t.handle(e,Zi(),Math.random()))this.#l(t);clearTimeout(this.#o);let t=this.#t.deadline();if(t===1/0)return;let n=Math.min(2147483647,Math.max(0,Math.ceil(t-Zi())));this.#o=setTimeout(()=>this.#c({type:`tick`}),n)}#l(e){switch(e.type){case`fetch-token`:this.#d();break;case`open`:this.#f(e.params,e.token);break;case`send`:this.#r?.send(e.message);break;case`drop`:{let e=this.#r;this.#r=null,e?.close();break}default:{let{type:t,...n}=e;this.tell(t,n)}}}#u(e,t,n){this.tell(`error`,{code:e,detail:t,board:n})}async#d(){let{token:e}=this.options,t;try{t=(typeof e==`function`?await e():e)||void 0}catch(e){this.#u(`token`,e+``)}this.#c({type:`token`,token:t})}#f(e,t){let n=null,r=!1,i=e=>{this.#r===n&&this.#c(e)},a={opened(){r=!0,i({type:`opened`})},heard(e){return i({type:`frame`,frame:typeof e==`string`?bi(e):null})},ended:e=>{this.#r===n&&(this.#r=null,this.#c({type:`closed`,code:e}),r||this.#m(t,a))},fault:(e,t,n)=>this.#u(e,t,n)};try{n=this.#a?.open(e,t,a)??null,n||=(this.#a=null,this.#p(e,t,a))}catch(e){this.#u(`connect`,e+``),queueMicrotask(()=>a.ended(1006))}this.#r=n}#p(e,t,n){let r=new URL(this.#e);r.search=new URLSearchParams(e).toString();let i=new WebSocket(r,t===void 0?[`marquee.v1.json`]:[`marquee.v1.json`,`marquee.bearer.`+t]);return i.onopen=()=>{this.#i=0,n.opened()},i.onmessage=({data:e})=>n.heard(e),i.onclose=({code:e})=>n.ended(e),{reports:!0,send(e){return i.send(JSON.stringify(e))},close(){return i.close()}}}async#m(e,t){if(Zi()<this.#s)return;this.#s=Zi()+3e4;for(let n of this.boards){let r=ei(this.options.src,`/v1/boards/${encodeURIComponent(n)}/now`),i=await fetch(r,e===void 0?{}:{headers:{authorization:`Bearer `+e}}).catch(()=>null);if(!i?.ok)return void(i&&await(await Promise.resolve().then(()=>(Xi(),Ji))).refused(i,n,t))}if(this.#s=-1/0,this.#i+=1,this.#i<3||this.#a)return;let{Detour:n}=await Promise.resolve().then(()=>(Xi(),Ji));this.#i=0,this.#a=new n((e,t)=>ei(this.options.src,e,t),t)}},ea=/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Bopomofo}|\p{Script=Yi}|[\u1100-\u115f\uac00-\ud7a3\u3000-\u303e\u3041-\u33ff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/u,ta=/\p{Emoji_Presentation}|\ufe0f/u,na=/^[\p{Mark}\p{Cf}]+$/u,ra=/^[\uff61-\uffdc\uffe8-\uffee]/,ia=new Intl.Segmenter(void 0,{granularity:`grapheme`});function aa(e){return na.test(e)?0:ta.test(e)||ea.test(e)&&!ra.test(e)?2:1}function oa(e){let t=[];for(let{segment:n}of ia.segment(e)){let e=aa(n),r=t.at(-1);!r||e!==0&&r.width!==e?t.push({text:n,cells:e,width:e}):(r.text+=n,r.cells+=e)}return t.map(({text:e,cells:t})=>({text:e,cells:t}))}var sa=e=>oa(e).reduce((e,t)=>e+t.cells,0),ca=class{element;#e;#t;constructor(e){let{link:t}=e,n=t?.startsWith(`https://`)?document.createElement(`a`):null;n&&t&&Object.assign(n,{href:t,target:`_blank`,rel:`noopener noreferrer`}),this.element=n??document.createElement(`span`),this.element.className=`text`,this.element.dir=`auto`,this.#e=oa(e.text).map(({text:e,cells:t})=>{let n=document.createElement(`span`),r=document.createElement(`span`);return n.className=`run`,r.className=`ink`,r.textContent=e,n.append(r),{box:n,ink:r,cells:t}}),this.#t=e.cells,this.element.append(...this.#e.map(e=>e.box))}fit(e,t){for(let{box:e,ink:t}of this.#e)e.style.inlineSize=``,t.style.transform=``;let n=this.#e.map(({ink:e})=>e.getBoundingClientRect().width/t),r=this.#e.reduce((e,t)=>e+t.cells,0),i=r>0?this.#t/r:0;this.#e.forEach(({box:t,ink:r,cells:a},o)=>{let s=a*i*e,c=n[o]??0;t.style.inlineSize=s+`px`,c>0&&Math.abs(s/c-1)>.001&&(r.style.transform=`scaleX(${s/c})`)})}};function la(e,t={}){let n=document.createElement(`div`);n.className=e;for(let[e,r]of Object.entries(t))n.setAttribute(e,r);return n}var ua=class{root=la(`glass`,{role:`group`,tabindex:`0`});#e=la(`probe`);#t=la(`ribbon`,{part:`ribbon`,role:`marquee`});#n=la(`pin`,{part:`pin`});#r=la(`card`);#i=la(`window`);#a=la(`status`,{part:`status`,role:`status`});#o=la(`heard`,{role:`log`});#s=la(`heard`,{role:`alert`});#c=new Set;#l=new Map;#u=null;#d=0;#f=0;#p=1;#m=0;#h=null;#g={x:0,pieces:[]};offsetCells=0;wants=()=>!0;constructor(){this.#n.hidden=!0,this.#n.append(this.#r),this.#r.append(this.#i),this.root.append(this.#e,this.#t,this.#n,this.#a,this.#o,this.#s)}get sized(){return[this.root,this.#e]}get glass(){return{widthCells:this.#d>0?this.#f/this.#d:0,offsetCells:this.offsetCells}}measure(){this.root.style.setProperty(`--auto-cell`,Math.round(.28*this.root.clientHeight)+`px`),this.#f=this.root.clientWidth;let{offsetWidth:e}=this.#e;this.#d=e/64,this.#p=this.#e.getBoundingClientRect().width/e||1,this.refit()}refit(){for(let e of this.#l.values())this.#C(e);this.#u?.text.fit(this.#d,this.#p)}set still(e){this.#h=e,this.root.dataset.motion=e?`still`:`scroll`,this.clear()}clear(){for(let[e,{element:t}]of this.#l)this.#y(e,t);this.#T(),this.#t.style.transform=``}status(e,t,n){Object.assign(this.#a.dataset,{state:e,connected:t}),this.#a.textContent=n[e],this.root.setAttribute(`aria-label`,n.ribbon)}announce(e,t=this.#o){let n=document.createElement(`p`);for(n.dir=`auto`,n.textContent=e.text,t.append(n);t.childElementCount>8;)t.firstElementChild?.remove()}drop(e){for(let[t,{element:n}]of this.#l)n.dataset.id===e&&this.#y(t,n);this.#g.pieces=this.#g.pieces.filter(({notice:t})=>t.id!==e)}paint(e,t,n,r){if(!r){let r=((e,t)=>e.pin?e.x:e.x+e.policy.speed*Math.max(0,t-e.now))(e,t);this.#g={x:r,pieces:this.#h?this.#v(e,r):this.#_(e,r,n)}}return this.#w(e,t),this.#g}#_(e,t,n){if(this.#d<=0)return[];let r=(t-this.#m)/1e3*this.#d;if(Math.abs(r)>5e4){this.#m=t;for(let e of this.#l.values())this.#C(e)}let i=((e,t,n)=>(e.slot?[...e.trail,e.slot]:e.trail).map(e=>({key:`${e.head}:${e.notice.id}`,notice:e.notice,head:e.head,leftCells:n.widthCells+n.offsetCells-(t-e.head)/1e3})).filter(({leftCells:e,notice:t})=>e<n.widthCells+2&&e+t.cells>-2))(e,t,this.glass).filter(({notice:e})=>this.wants(e));this.#b(i,e.policy);let a=this.#f+this.offsetCells*this.#d-(t-this.#m)/1e3*this.#d,o=n?Math.max(3,Math.round(this.#d/8)):0;return this.#t.style.transform=`translate3d(${o?Math.round(a/o)*o:a}px, 0, 0)`,i}#v(e,t){let n=this.#h?.ribbonPage(e,t,this.glass.widthCells-2.6,sa),r=n&&this.wants(n.notice)?n.notice:null,i=r?`${r.id}:${r.rev}`:``,a=r?[{key:i,notice:r,head:0,leftCells:0}]:[];return this.#b(a,e.policy),n&&this.#h?.turn(this.#l.get(i)?.text.element,n),a}#y(e,t){t.remove(),this.#l.delete(e)}#b(e,t){for(let[t,{element:n}]of this.#l)e.some(e=>e.key===t)||this.#y(t,n);for(let{key:n,notice:r,head:i}of e){let e=this.#l.get(n);if(e){this.#S(e.element,r,t);continue}let{element:a,text:o}=this.#x(r,`piece`);this.#S(a,r,t);let s={element:a,text:o,head:i};this.#l.set(n,s),this.#t.append(a),this.#C(s)}}#x(e,t){let{id:n,rev:r,level:i}=e,a=la(t,{"data-id":n,"data-rev":r+``,"data-level":i}),o=new ca(e);return a.append(o.element),e.level!==`URGENT`||this.#c.has(e.id)||(this.#c.add(e.id),this.#c.size>256&&this.#c.delete([...this.#c][0]??``),this.announce(e,this.#s)),{element:a,text:o}}#S(e,t,n){let{color:r}=n.levels[t.level],i=/^#[0-9a-f]{6}$/i.test(r)?r:`#e8eaed`;e.dataset.color!==i&&(e.dataset.color=i,e.style.setProperty(`--level`,`var(--marquee-${t.level.toLowerCase()}, ${i})`))}#C({element:e,text:t,head:n}){this.#h||(e.style.left=(n-this.#m)/1e3*this.#d+`px`,t.fit(this.#d,this.#p))}#w(e,t){let{pin:n,policy:r}=e;if(!n||!this.wants(n.notice))return void this.#T();this.#S(this.#n,n.notice,r);let i=`${n.from}:${n.notice.id}:${n.notice.rev}`;if(this.#u?.key!==i){let e=this.#x(n.notice,`held`);this.#n.hidden=!1,this.#r.dataset.level=n.notice.level,this.#i.replaceChildren(e.element),this.#u={key:i,...e},this.#h||e.text.fit(this.#d,this.#p)}let a=this.glass.widthCells-2.6,o=this.#h?.pinPage(e,t,a,sa);if(o)return this.#h?.turn(this.#u?.text.element,o);let s=Math.min(1,a/n.notice.cells),c=((e,t,n,r)=>{let i=e.notice.cells-n;if(i<=0)return 0;let a=Math.max(1,t.levels[e.notice.level].hold_ms-2e3),o=Math.max(t.speed/1e3,i/a);return Math.min(i,Math.max(0,r-e.from-1e3)*o)})(n,r,a,t)*this.#d,l=s<.65?`translate3d(${-c}px, 0, 0)`:`scale(${s})`;this.#u&&this.#u.element.style.transform!==l&&(this.#u.element.style.transform=l)}#T(){this.#u&&(this.#u=null,this.#n.hidden=!0,this.#i.replaceChildren())}},da=new Map;function fa(e=`:host{--_back:#07080b;--_ink:#f4f6fa;--_card:#14181f;block-size:6rem;display:block;overflow:hidden}:host([hidden]),[hidden]{display:none!important}.glass{--cell:var(--marquee-cell,var(--auto-cell,12px));--back:var(--marquee-background,var(--_back));contain:strict;background:var(--back);block-size:100%;color:var(--marquee-color,var(--_ink));font:600 calc(2 * var(--cell)) / 1.25 "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif;font-variant-numeric:tabular-nums;direction:ltr;position:relative;overflow:hidden}.glass:focus-visible{outline-offset:-3px;outline:3px solid #7aa2ff}:host(:not([offset-cells])) .glass:after{content:"";pointer-events:none;background:linear-gradient(90deg, var(--back), transparent 6%, transparent 94%, var(--back));position:absolute;inset:0}.probe{inline-size:calc(64 * var(--cell));visibility:hidden;position:absolute}.ribbon{will-change:transform;position:absolute;inset:0}.piece,.pin{--edge:var(--level)}.piece{white-space:pre;align-items:center;display:flex;position:absolute;inset-block:0}.text{color:inherit;text-decoration:none;display:inline-block}a .ink{text-decoration:underline;text-decoration-thickness:.04em}.piece .text{border-block-end:.06em solid var(--edge)}.run,.ink{white-space:pre;transform-origin:0 0;display:inline-block}.pin{z-index:1;background:var(--back);position:absolute;inset:0}.card{inset:7% calc(.4 * var(--cell));padding-inline:calc(.6 * var(--cell));border-inline-start:calc(.3 * var(--cell)) solid var(--edge);border-radius:calc(.3 * var(--cell));background:color-mix(in srgb, var(--level) 13%, var(--_card));align-items:center;font-weight:700;display:flex;position:absolute}.card:before{content:attr(data-level);font-size:calc(.36 * var(--cell));letter-spacing:.1em;position:absolute;inset-block-start:.4em}.window{white-space:pre;flex:1;padding-block:.15em .2em;overflow:hidden}.window>[data-id]{transform-origin:0;will-change:transform;display:inline-block}.status{z-index:2;background:color-mix(in srgb, var(--_card) 88%, transparent);max-inline-size:calc(100% - 1rem);color:var(--_ink);pointer-events:none;border-radius:1rem;align-items:center;gap:.4rem;padding:.2rem .55rem;font-size:.75rem;display:flex;position:absolute;inset:.5rem .5rem auto auto}.status:before{content:"";background:#ffb340;border-radius:50%;flex:none;block-size:.5rem;inline-size:.5rem}.status[data-state=live]{white-space:nowrap;inline-size:.5rem;padding:0;overflow:hidden}.status[data-state=live]:before{background:#34c759}.status[data-state=offline]{color:#1b1600;background:#ffd60a}.heard{clip-path:inset(50%);block-size:1px;inline-size:1px;position:absolute;overflow:hidden}`){let t=da.get(e)??new CSSStyleSheet;return da.has(e)||t.replaceSync(e),da.set(e,t),t}var pa,ma,ha,ga,_a,va,ya,ba,xa,Sa,Ca,wa,Ta,Ea,Da=n({CHINESE(){return pa}}),Oa=t(()=>{pa={live:`实时`,"catching-up":`正在同步…`,offline:`离线：已失去连接，显示最后已知内容`,closed:`未开放：需要令牌`,paused:`已暂停`,ribbon:`通知`}}),ka={live:`Live`,"catching-up":`Catching up…`,offline:`Offline: out of touch, showing the last known state`,closed:`Closed: it takes a token`,paused:`Paused`,ribbon:`Notices`},Aa=n({Hold(){return ma}}),ja=t(()=>{ma=class{#e=!1;#t=!1;#n;#r;#i;constructor(e,t){this.#i=t,e.onpointermove=({pointerType:e,movementX:t,movementY:n})=>{e===`mouse`&&(t||n)&&this.#a(!0)},e.onpointerleave=()=>this.#a(!1);let n=()=>this.#o(this.#e,e.matches(`:focus-visible`));e.onfocus=n,e.onblur=()=>this.#o(this.#e,!1),e.onkeydown=e=>{e.key===` `&&(e.preventDefault(),this.#n=!this.held,t())},n()}get held(){return this.#n??(this.#e||this.#t)}#a(e){clearTimeout(this.#r),e&&(this.#r=setTimeout(()=>this.#o(!1,this.#t),6e4)),this.#o(e,this.#t)}#o(e,t){let n=this.held;[this.#e,this.#t]=[e,t],e||t||(this.#n=void 0),this.held!==n&&this.#i()}}}),Ma=t(()=>{ha=`:host([skin=dots]) .glass{--dot:max(3px, calc(var(--cell) / 8))}@supports (inline-size:round(1px, 1px)){:host([skin=dots]) .glass{--dot:max(3px, round(calc(var(--cell) / 8), 1px))}}:host([skin=dots]) .glass{background:radial-gradient(circle, color-mix(in srgb, var(--_ink) 8%, transparent) 42%, transparent 46%) 0 0 / var(--dot) var(--dot) var(--back)}:host([skin=dots]) .glass:after{content:"";pointer-events:none;background:radial-gradient(circle, transparent 40%, var(--back) 50%) 0 0 / var(--dot) var(--dot);position:absolute;inset:0}:host([skin=dots]) :is(.piece,.pin){color:color-mix(in srgb, var(--level) 80%, var(--_ink));font-weight:700}:host([skin=dots]) .pin{z-index:auto}`}),Na=n({default(){return ga}}),Pa=t(()=>{Ma(),ga=ha}),Fa=t(()=>{_a=`:host([theme=light]){--_back:#f6f7f9;--_ink:#14171d;--_card:#fff}:host([theme=light]) :is(.piece,.pin){--edge:color-mix(in srgb, var(--level) 62%, black)}@media (prefers-color-scheme:light){:host([theme=auto]){--_back:#f6f7f9;--_ink:#14171d;--_card:#fff}:host([theme=auto]) :is(.piece,.pin){--edge:color-mix(in srgb, var(--level) 62%, black)}}`}),Ia=n({default(){return va}}),La=t(()=>{Fa(),va=_a}),Ra=t(()=>{ya=`.glass[data-motion=still] .ribbon{padding-inline:calc(.75 * var(--cell));place-items:center;display:grid}.glass[data-motion=still] :is(.piece,[data-id]){font-size:calc(1.1 * var(--cell));white-space:normal;text-align:center;overflow-wrap:anywhere;max-block-size:2.4em;line-height:1.2;display:block;position:static;overflow:hidden}`}),za=n({default(){return ba},paged(){return Ba},pinPage(){return Ua},ribbonPage(){return Ha},turn(){return Wa}});function Ba(e,t,n){let r=[],[i,a]=[``,0],o=e=>{let o=n(e);a>0&&a+o>t&&(r.push(i),[i,a]=[``,0]),i+=e,a+=o};for(let{segment:r}of Ta.segment(e))if(n(r)<=t)o(r);else for(let e of Ea.segment(r))o(e.segment);return r.push(i),r.map(e=>e.trim())}function Va(e,t,n,r){let i=Ba(e.text,Math.max(wa,Math.floor(n/Sa*xa*Ca)),r),a=Math.min(i.length-1,Math.max(0,Math.floor(t*i.length)));return{notice:e,text:i[a]??``,number:a,of:i.length}}function Ha(e,t,n,r){let{slot:i}=e;if(i)return Va(i.notice,(t-i.head)/(i.end-i.head),n,r);let a=e.trail.at(-1);return a?Va(a.notice,1,n,r):null}function Ua({pin:e,policy:t},n,r,i){return e?Va(e.notice,(n-e.from)/t.levels[e.notice.level].hold_ms,r,i):null}function Wa(e,{text:t,number:n,of:r}){let i=r>1?`${t} ${n+1}/${r}`:t;e&&e.textContent!==i&&(e.textContent=i)}var Ga,Ka,qa,Ja=t(()=>{Ra(),ba=ya,xa=2,Sa=.55,Ca=.8,wa=8,Ta=new Intl.Segmenter(void 0,{granularity:`word`}),Ea=new Intl.Segmenter(void 0,{granularity:`grapheme`})}),Ya=t(()=>{Ga=class{#e;#t=[];#n=0;constructor(e){this.#e=e,e.on(`state`,({connected:e})=>{e===`live`&&this.#r()})}shown(e){this.#e.options.name&&(this.#t.push(e),this.#r(),this.#t.length<=1e3||(this.#t.shift(),this.#n+=1))}#r(){let e=this.#e.serverTime();for(;this.#t[0];){let t=e-this.#t[0].until>6048e5;if(!t&&!this.#e.report({type:`shown`,...this.#t[0]}))return;t&&(this.#n+=1),this.#t.shift()}if(this.#n>0){let e=this.#n+` records of what was shown were too many or too old to keep`;this.#e.tell(`error`,{code:`shown-dropped`,detail:e,board:void 0})}this.#n=0}}}),Xa=n({Watch(){return qa},Witness(){return Ka},looked(){return Za}});function Za(e,t,{x:n,pieces:r},i,a){let o=[];for(let{key:e,notice:t,head:n,leftCells:a}of r){if(a>=i.widthCells||a+t.cells<=0)continue;let r=n+1e3*(i.widthCells+i.offsetCells+t.cells);o.push({key:e,id:t.id,rev:t.rev,play:`scroll`,expiresAt:t.expires_at,end:r})}let{pin:s,policy:c}=e;if(s&&a(s.notice)){let{id:e,rev:t,level:n,expires_at:r}=s.notice,i=s.from+c.levels[n].hold_ms;o.push({key:`pin:${s.from}:${e}:${t}`,id:e,rev:t,play:`pin`,expiresAt:r,end:i})}return{time:t,x:n,seen:o,active(t){return e.active.find(({notice:e})=>e.id===t)?.notice.rev}}}function Qa({id:e,rev:t,play:n},r,i,a){return{id:e,rev:t,play:n,from:Math.floor(r),until:Math.floor(i),outcome:a}}function $a(e,{time:t,x:n,active:r}){return(e.play===`pin`?t:n)>=e.end?`completed`:e.expiresAt<=t?`expired`:e.play===`pin`&&r(e.id)===e.rev?`preempted`:`cut`}var eo=t(()=>{Ya(),Ka=class{#e=new Map;#t=-1/0;look(e){let t=e.time-this.#t>2e3?this.end(`failed`):[];this.#t=e.time;let n=new Map(e.seen.map(e=>[e.key,e]));for(let[r,{seen:i,from:a}]of this.#e)n.has(r)||(this.#e.delete(r),t.push(Qa(i,a,e.time,$a(i,e))));for(let[t,r]of n)this.#e.set(t,{seen:r,from:this.#e.get(t)?.from??e.time});return t}end(e){let t=[...this.#e.values()].map(({seen:t,from:n})=>Qa(t,n,this.#t,e));return this.#e.clear(),t}},qa=class{connection;board;tell;#e=new Ka;#t;constructor(e,t,n){this.connection=e,this.board=t,this.tell=n,this.#t=new Ga(e)}look(...e){this.#n(this.#e.look(Za(...e)))}end(){this.#n(this.#e.end(`cut`))}#n(e){for(let t of e)this.#t.shown({board:this.board,...t,offset_ms:Math.round(this.connection.offsetMs())}),this.tell(t)}}}),to=[`unauthorized`,`forbidden`,`token-expired`,`token-revoked`],no=class extends HTMLElement{static observedAttributes=[`src`,`board`,`token`,`name`,`offset-cells`,`tags`,`min-level`,`skin`,`theme`,`lang`];#e=new ua;#t=matchMedia(`(prefers-reduced-motion: reduce)`);#n=new ResizeObserver(()=>this.#e.measure());#r=null;#i;#a=null;#o=null;#s=null;#c=!1;#l=0;#u=!1;constructor(){super();let e=this.attachShadow({mode:`open`});e.adoptedStyleSheets=[fa()];let{root:t}=this.#e;e.append(t);let n=async()=>{let{Hold:e}=await Promise.resolve().then(()=>(ja(),Aa));this.#r??=new e(t,()=>this.#y())};t.addEventListener(`pointerenter`,n,{once:!0}),t.addEventListener(`focus`,n,{once:!0})}get offsetCells(){return Number(this.getAttribute(`offset-cells`))||0}set offsetCells(e){this.setAttribute(`offset-cells`,e+``)}get token(){return this.#i}set token(e){typeof e==`string`?this.setAttribute(`token`,e):this.#i!==(e??void 0)&&(this.removeAttribute(`token`),this.#i=e??void 0,this.#h())}get connected(){return this.#a?.connected??`offline`}get serverTime(){return this.#a?.serverTime()??Date.now()}get cursor(){return this.#a?.cursor(this.board)??null}get#d(){return this.#o?.at(Math.floor(this.serverTime))}get notices(){return this.#d?.active.map(e=>e.notice)??[]}get policy(){return this.#d?.policy??null}screen(e){let t=this.board,n=e??this.serverTime;return{...this.#a?.screen(t,n)??Qi(t,n),connected:this.connected,offset_ms:this.#a?.offsetMs()??0,width_cells:this.#e.glass.widthCells}}connectedCallback(){for(let e of this.#e.sized)this.#n.observe(e);this.#t.addEventListener(`change`,this.#f),document.fonts.addEventListener(`loadingdone`,this.#m),this.#f(),this.#e.measure(),this.#h(),this.#y();let e=t=>{this.#l=requestAnimationFrame(e);let n=this.#a?.serverTime(performance.timeOrigin+t)??0,r=this.#o?.at(Math.floor(n));if(!r)return;let i=this.#e.paint(r,n,this.skin===`dots`,!0===this.#r?.held);this.#s?.look(r,n,i,this.#e.glass,this.#e.wants)};this.#l=requestAnimationFrame(e)}disconnectedCallback(){cancelAnimationFrame(this.#l),this.#n.disconnect(),this.#t.removeEventListener(`change`,this.#f),document.fonts.removeEventListener(`loadingdone`,this.#m),this.#g()}attributeChangedCallback(e,t,n){if(t!==n)switch(e){case`offset-cells`:this.#e.offsetCells=this.offsetCells;break;case`tags`:case`min-level`:this.#e.wants=((e,t)=>{let n=e.split(`,`).map(e=>e.trim()).filter(Boolean),r=ti.indexOf(t.toUpperCase());return e=>(n.length===0||n.some(t=>e.tags?.includes(t)))&&(r<0||ti.indexOf(e.level)<=r)})(this.tags,this.minLevel);break;case`lang`:this.#y();break;case`token`:this.#i=n??void 0,this.#h();break;case`skin`:n===`dots`&&this.#p(Promise.resolve().then(()=>(Pa(),Na)));break;case`theme`:n!==`light`&&n!==`auto`||this.#p(Promise.resolve().then(()=>(La(),Ia)));break;default:this.#h()}}#f=async()=>{let e=this.#t.matches?await this.#p(Promise.resolve().then(()=>(Ja(),za))):null;this.#e.still=this.#t.matches?e:null};async#p(e){let t=await e,n=this.shadowRoot?.adoptedStyleSheets;return n&&!n.includes(fa(t.default))&&n.push(fa(t.default)),t}#m=()=>this.#e.refit();#h(){this.isConnected&&!this.#u&&(this.#u=!0,queueMicrotask(()=>{this.#u=!1,this.isConnected&&(this.#g(),this.#e.clear(),this.#_())}))}#g(){this.#s?.end(),this.#s=null,this.#a?.close(),this.#a=null,this.#o=null}#_(){let{board:e,name:t,src:n}=this;try{this.#a=new $i({src:n,board:e,token:this.#i,name:t||void 0})}catch(e){this.#y(),this.#b(`marquee-error`,{code:`src`,detail:`src: `+e});return}this.#o=this.#a.playhead(e);let r=this.#a;t&&Promise.resolve().then(()=>(eo(),Xa)).then(({Watch:t})=>{this.#a===r&&(this.#s=new t(r,e,e=>this.#b(`marquee-shown`,e)))}),this.#c=!1,r.on(`state`,({connected:e})=>{e===`live`&&(this.#c=!1),this.#y(),this.#b(`marquee-state`,{connected:e})}),r.on(`entry`,({entry:e})=>{e.type===`delete`&&this.#e.drop(e.id),this.#v(e),this.#b(`marquee-entry`,{entry:e})}),r.on(`error`,({code:e,detail:t})=>{this.#c||=to.includes(e),this.#y(),this.#b(`marquee-error`,{code:e,detail:t})}),this.#y()}#v(e){if(e.type!==`put`||e.notice.count>1)return;let{notice:t}=e;this.connected===`live`&&t.level!==`URGENT`&&this.#e.wants(t)&&this.#e.announce(t)}async#y(){let e=await(async e=>/^zh\b/i.test(e)?(await Promise.resolve().then(()=>(Oa(),Da)).catch(()=>null))?.CHINESE??ka:ka)(this.closest(`[lang]`)?.lang??navigator.language),{connected:t}=this;this.#e.status(this.#c?`closed`:t===`live`&&this.#r?.held?`paused`:t,t,e)}#b(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t,bubbles:!0,composed:!0}))}};for(let[e,t]of Object.entries({src:location.origin,board:`main`,name:``,tags:``,minLevel:``,skin:``,theme:`dark`})){let n=e.replace(/[A-Z]/,e=>`-`+e.toLowerCase());Object.defineProperty(no.prototype,e,{get(){return this.getAttribute(n)||t},set(e){this.setAttribute(n,e)}})}customElements.get(`marquee-board`)||customElements.define(`marquee-board`,no);var ro={boards:`M2 3.5h12v6H2zM5 12.5h6M4.5 6.5h3M9.5 6.5h2`,terminals:`M2 3h12v8H2zM8 11v2.5M5 13.5h6`,traffic:`M2 13.5h12M2.5 10.5l3-4 3 2.5 5-6`,policy:`M2 4h7M12 4h2M2 8h2M7 8h7M2 12h6M11 12h3M10.5 2.5v3M5.5 6.5v3M9.5 10.5v3`,search:`M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5l3 3`,close:`M4 4l8 8M12 4l-8 8`,xmark:`M4 4l8 8M12 4l-8 8`,copy:`M5.5 5.5h8v8h-8zM3 10.5H2.5v-8h8V3`,check:`M3 8.5l3.5 3.5L13 4.5`,edit:`M10.5 3l2.5 2.5-7.5 7.5H3v-2.5zM9 4.5L11.5 7`,retract:`M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9`,details:`M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 7.5v3.5M8 5v.2`,theme:`M8 2.5a5.5 5.5 0 1 0 5.5 5.5A4 4 0 0 1 8 2.5z`,language:`M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM2.5 8h11M8 2.5c-4 3.5-4 7.5 0 11M8 2.5c4 3.5 4 7.5 0 11`,help:`M1.5 4h13v8.5h-13zM4 6.5h.2M7 6.5h.2M10 6.5h.2M12 6.5h.2M5 10h6`,user:`M8 2.5a2.5 2.5 0 1 1 0 5.5 2.5 2.5 0 0 1 0-5.5zM3 13.5c.5-3 2.5-4 5-4s4.5 1 5 4`,warning:`M8 2.5l6 11H2zM8 6.5v3.5M8 11.8v.2`,"chevron-down":`M4 6l4 4 4-4`,"chevron-right":`M6 4l4 4-4 4`,eye:`M1.5 8c3.5-5.5 9.5-5.5 13 0-3.5 5.5-9.5 5.5-13 0zM8 6.2a1.8 1.8 0 1 1 0 3.600 1.8 1.8 0 0 1 0-3.600z`,"eye-slash":`M1.5 8c3.5-5.5 9.5-5.5 13 0-3.5 5.5-9.5 5.5-13 0zM3 13L13 3`},io=`marquee:console:login`;function ao(e){try{let t=(e.split(`.`)[1]??``).replaceAll(`-`,`+`).replaceAll(`_`,`/`),n=Uint8Array.from(atob(t),e=>e.charCodeAt(0)),{scope:r,exp:i,sub:a}=JSON.parse(new TextDecoder().decode(n));return{scope:typeof r==`string`?r:``,exp:typeof i==`number`&&Number.isFinite(i)?i:null,sub:typeof a==`string`?a:``}}catch{return{scope:``,exp:null,sub:``}}}var K=new class extends EventTarget{#e;#t;#n=null;#r=null;why=`none`;constructor(){super(),this.#e=(()=>{try{let e=JSON.parse(sessionStorage.getItem(io)??`null`);return e&&typeof e.token==`string`&&typeof e.scope==`string`?e:null}catch{return null}})(),this.#a()}get token(){return this.#e?.token}get loggedIn(){return this.#e!==null}get open(){return!1===this.#r}get scope(){return this.#e?.scope??``}get subject(){return this.#e?ao(this.#e.token).sub:``}get renews(){return this.#e?.refresh!==void 0}get ends(){return this.#e?.ends??null}can(e,t){return this.#e?((e,t,n)=>e.split(` `).some(e=>{if(e===`admin`)return!0;let[r,i=``]=e.split(`:`);return r===t&&i!==``&&(n===void 0||i===`*`||(i.endsWith(`.*`)?n.startsWith(i.slice(0,-1)):i===n))}))(this.#e.scope,e,t):!0!==this.#r}fresh=async()=>{let e=this.#e;return e?.refresh!==void 0&&e.ends!==null&&e.ends-Date.now()<6e4&&await this.#o(),this.#e?.token};take(e){let{scope:t,exp:n}=ao(e);this.#i({token:e,scope:t,ends:n===null?null:1e3*n})}takeTokens(e){let t=Date.now()+1e3*e.expires_in;this.#i({token:e.access_token,refresh:e.refresh_token,ends:t,scope:e.scope})}needed(e){this.#r!==e&&(this.#r=e,this.dispatchEvent(new Event(`change`)))}refused(e){this.#r=!0,e===this.#e?.token&&(this.why=this.#e?`ended`:`none`,this.#i(null))}async logOut(){let e=this.#e;this.why=`none`,this.#i(null),e?.refresh!==void 0&&await fetch(`/v1/auth/revoke`,{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer `+e.token},body:JSON.stringify({token:e.refresh})}).catch(()=>{})}#i(e){this.#e=e,e&&(this.#r=!0);try{e?sessionStorage.setItem(io,JSON.stringify(e)):sessionStorage.removeItem(io)}catch{}this.#a(),this.dispatchEvent(new Event(`change`))}#a(){clearTimeout(this.#t);let{ends:e,refresh:t}=this.#e??{};t!==void 0&&e!=null&&(this.#t=setTimeout(()=>{this.#o()},Math.max(5e3,e-Date.now()-6e4)))}#o(){return this.#n??=this.#s().finally(()=>{this.#n=null}),this.#n}async#s(){let e=this.#e;if(e?.refresh!==void 0)try{let t=await fetch(`/v1/auth/refresh`,{method:`POST`,headers:{"content-type":`application/json`},body:JSON.stringify({refresh_token:e.refresh})});if(this.#e!==e)return;t.ok?this.takeTokens(await t.json()):t.status===401?this.refused(e.token):this.#a()}catch{this.#e===e&&this.#a()}}},oo=class extends Error{name=`ApiError`;status;errors;slug;traceId;constructor(e,t={}){let n=e=>typeof e==`string`?e:``;super(n(t.detail)||n(t.title)),this.status=e,this.slug=n(t.type).replace(/^.*\//,``),this.traceId=n(t.trace_id),this.errors=Array.isArray(t.errors)?t.errors.filter(so):[]}get word(){return{0:`eNetwork`,401:`e401`,403:`e403`,404:`e404`,409:`e409`,413:`e413`,422:`e422`,429:`e429`,503:`e503`}[this.status]??`eOther`}at(e=``){return new Map(this.errors.filter(({pointer:t})=>t.startsWith(e)).map(({pointer:t,detail:n})=>[t.slice(e.length),n]))}},so=e=>typeof e==`object`&&!!e&&typeof e.pointer==`string`&&typeof e.detail==`string`,co=e=>e instanceof oo?e:new oo(0);async function lo(e,{method:t=`GET`,body:n,ifMatch:r,signal:i}={}){let a=await K.fresh(),o={};a!==void 0&&(o.authorization=`Bearer `+a),n!==void 0&&(o[`content-type`]=`application/json`),r!==void 0&&(o[`if-match`]=r);let s=AbortSignal.timeout(15e3),c=fetch(e,{method:t,headers:o,signal:i&&`any`in AbortSignal?AbortSignal.any([i,s]):s,...n===void 0?{}:{body:JSON.stringify(n)}});try{let{value:t,etag:n}=await uo(c);return a===void 0&&e.startsWith(`/v1/boards`)&&K.needed(!1),{body:t,etag:n}}catch(e){throw co(e).status===401&&K.refused(a),e}}async function uo(e){let t=await e.catch(()=>{throw new oo(0)}),n=await t.json().catch(()=>null);if(!t.ok)throw new oo(t.status,typeof n==`object`&&n?n:{});return{value:n,etag:t.headers.get(`etag`)??``}}async function fo(e,t){let n=await K.fresh(),r=AbortSignal.timeout(12e4),i=await fetch(e,{headers:n===void 0?{}:{authorization:`Bearer `+n},signal:t&&`any`in AbortSignal?AbortSignal.any([t,r]):r,cache:`no-store`}).catch(()=>{throw new oo(0)});if(i.ok)return i;throw i.status===401&&K.refused(n),new oo(i.status,await i.json().catch(()=>null)??{})}var po=e=>`/v1/boards/`+encodeURIComponent(e),mo=(e,t)=>`${po(e)}/notices/${encodeURIComponent(t)}`,ho=0,q={async time(){let e=Date.now(),{body:t}=await lo(`/v1/time`);ho=t.server_time-(e+Date.now())/2},async boards(e){let{body:t}=await lo(`/v1/boards?limit=1000`,{signal:e});return{items:t.boards,next:t.next}},lastChange:async e=>(await lo(po(e)+`/now?at=0`)).body.at,now:async e=>(await lo(po(e)+`/now`)).body,notices:async(e,t)=>(await lo(po(e)+`/notices?limit=1000`,{signal:t})).body.notices,notice:async(e,t)=>(await lo(mo(e,t))).body,publish:async e=>(await lo(`/v1/notify`,{method:`POST`,body:e})).body,put:async(e,t,n)=>(await lo(mo(e,t),{method:`PUT`,body:n})).body,async retract(e,t){await lo(mo(e,t),{method:`DELETE`})},lifecycle:async(e,t)=>(await lo(mo(e,t)+`/lifecycle`)).body,policy(e){return lo(po(e)+`/policy`)},savePolicy(e,t,n){return lo(po(e)+`/policy`,{method:`PUT`,body:t,ifMatch:n})},resetPolicy(e,t){return lo(po(e)+`/policy`,{method:`DELETE`,ifMatch:t})},dryRun:async(e,t,n)=>(await lo(po(e)+`/policy/preview`,{method:`POST`,body:{policy:t,for_ms:n}})).body,async terminals(e){let{body:t}=await lo(`/v1/terminals?limit=1000`+(e===void 0?``:`&after=`+encodeURIComponent(e)));return{items:t.terminals,next:t.next}},async shown(e,t,n,r){let{lines:i,more:a}=await(async(e,t)=>{let n=e.body?.pipeThrough(new TextDecoderStream).getReader(),[r,i,a]=[[],``,!1];for(;;){let e=await n?.read().catch(()=>{throw new oo(0)});if(!e||e.done)return{lines:[...r,i].filter(Boolean).slice(-t),more:a};let o=(i+e.value).split(`
`);i=o.pop()??``,r.push(...o),r.length>2*t&&(r=r.slice(-t),a=!0)}})(await fo(`${po(e)}/shown?from=${new Date(t).toISOString()}&format=ndjson`,r),n+1);return{items:i.slice(-n).map(e=>JSON.parse(e)).reverse(),more:a||i.length>n}},shownCsv:async(e,t)=>(await fo(`${po(e)}/shown?from=${new Date(t).toISOString()}&format=csv`,void 0)).blob().catch(()=>{throw new oo(0)}),async takeToken(e){await uo(fetch(`/v1/boards?limit=1`,{headers:{authorization:`Bearer `+e}})),K.take(e)},async logIn(e,t){let n=fetch(`/v1/auth/token`,{method:`POST`,headers:{"content-type":`application/json`},body:JSON.stringify({client_id:e,client_secret:t})});K.takeTokens((await uo(n)).value)}},go={"/":`search`,n:`new`,p:`policy`,s:`shown`,d:`theme`,l:`language`,"?":`help`},_o={b:`boards`,t:`terminals`,r:`traffic`},vo=[[`search`,[`/`]],[`boards`,[`g`,`b`]],[`terminals`,[`g`,`t`]],[`traffic`,[`g`,`r`]],[`new`,[`n`]],[`policy`,[`p`]],[`shown`,[`s`]],[`theme`,[`d`]],[`language`,[`l`]],[`help`,[`?`]]],yo=class{#e=-1/0;press(e,t){let n=t-this.#e<=1200;return this.#e=-1/0,n?_o[e]??null:e===`g`?(this.#e=t,null):go[e]??null}},bo={en:{title:`Marquee console`,brand:`Console`,skip:`Skip to the content`,nav:`Views`,boards:`Boards`,terminals:`Terminals`,traffic:`Traffic`,board:`Board`,policy:`Policy`,login:`Log in`,logout:`Log out`,help:`Keyboard`,theme:`Theme`,themeAuto:`As the system`,themeDark:`Dark`,themeLight:`Light`,language:`Language`,close:`Close`,cancel:`Cancel`,retry:`Try again`,copy:`Copy`,copied:`Copied`,undo:`Undo`,none:`none`,reference:`HTTP interface`,loading:`Loading`,now:`now`,ago:`{t} ago`,in:`in {t}`,boardsHint:`Every board that you may see. Tick one to watch it here.`,search:`Search`,searchBoards:`Search boards`,name:`Name`,active:`Active`,version:`Version`,lastChange:`Last change`,watch:`Watch`,watchBoard:`Watch {board}`,noBoards:`No board yet`,noBoardsHint:`A board exists from its first write on. Publish to any name, and it appears here and on every screen that follows it:`,noMatch:`Nothing matches “{q}”.`,watchNone:`Tick a board in the list to see it live.`,watchMax:`At most {n} boards are watched at once.`,boardCount:`{n} boards`,newBoard:`Open a board by name`,go:`Go`,badBoard:`1 to 63 of a-z, 0-9, '.', '_', '-', the first a letter or digit`,live:`Live`,preview:`Live preview`,notices:`Active notices`,noNotices:`Nothing is active`,noNoticesHint:`What you publish here stands on every screen of this board at once. From a terminal:`,level:`Level`,text:`Text`,tags:`Tags`,key:`Key`,left:`Left`,started:`Started`,actions:`Actions`,waiting:`starts {t}`,details:`Details`,replace:`Replace`,retract:`Retract`,retracted:`Retracted: {text}`,restored:`Back on the board: {text}`,searchNotices:`Search notices`,count:`×{n}`,lifecycleOf:`Notice {id}`,publish:`Publish`,publishTitle:`Publish a notice`,replaceTitle:`Replace {id}`,ttl:`Life, seconds`,ttlHint:`Empty: the policy's {n} s`,startsAt:`Starts at`,startsHint:`Empty: at once`,link:`Link`,linkHint:`https only`,html:`Markup`,htmlHint:`b, i, u, s, code, a, span; screens show its text`,tagsHint:`Separated by commas`,keyHint:`A new notice with this key replaces the active one`,idHint:`Empty: the server makes one`,id:`Id`,data:`Data`,dataHint:`A JSON object`,more:`More fields`,draft:`As it will be drawn`,draftEmpty:`Write a text to see it here.`,scrolls:`scrolls, {s} s to cross a wall of {n} cells`,pins:`pinned on top for {s} s`,cellCount:`{n} cells`,cleaned:`Control characters were taken out, as the server does.`,published:`Published: version {n}`,replaced:`Replaced: version {n}`,folded:`Folded into an equal notice: version {n}`,duplicate:`It is there already, unchanged`,tooLong:`{n} characters, at most {max}`,badData:`This is no JSON object`,badTtl:`A whole number from 1 to 2,592,000`,lifecycle:`Lifecycle`,stage:`Stage`,accepted:`Accepted`,stored:`Stored`,delivered:`Delivered`,shown:`Shown`,deleted:`Deleted`,expired:`Expired`,onTerminals:`{n} terminals`,trace:`Trace id`,revision:`Revision`,lifecycleGone:`The server no longer remembers how this notice came. It keeps the newest 10,000, until a restart.`,lifecycleAdmin:`The lifecycle needs the scope admin.`,expiresAt:`Expires`,content:`Content`,noticeGone:`No such notice is active any more.`,speed:`Speed`,speedHint:`cells a second`,gap:`Gap`,gapHint:`cells`,policyTtl:`Life`,seconds:`seconds`,maxActive:`Most active`,maxActiveHint:`notices`,foldMs:`Fold`,ms:`ms`,pinMin:`Pin at least`,pinQueue:`Pin queue`,breath:`Breath`,weight:`Weight`,play:`Play`,hold:`Hold, ms`,color:`Colour`,scroll:`scroll`,pin:`pin`,ribbon:`Ribbon`,levels:`Levels`,dryRun:`Dry run`,dryRunHint:`What would play from now if nothing else came`,window:`Window`,minutes:`{n} min`,presentPolicy:`Present`,proposedPolicy:`Proposed`,unchanged:`The same as the present policy.`,savePolicy:`Save policy`,resetPolicy:`Reset to the defaults`,resetAsk:`Reset {board} to the defaults?`,resetAskHint:`The board follows the server's default policy again, and its changes. Screens play on under it at once.`,reset:`Reset`,policySaved:`Saved: version {n}`,policyReset:`The board follows the defaults`,own:`own policy`,defaults:`the defaults`,outOf:`{min} to {max}, whole`,badColor:`#rrggbb`,conflict:`Someone else has changed this policy`,conflictHint:`Version {n} was saved while you were editing. Nothing of yours was saved yet.`,field:`Field`,was:`Was`,theirs:`Theirs`,yours:`Yours`,takeTheirs:`Take theirs`,keepMine:`Go on with mine over theirs`,discard:`Discard changes`,discarded:`Your changes are gone`,changes:`{n} changes`,readOnly:`Changing a policy needs the scope admin. You see it read only.`,emptyPlay:`Nothing would play: no notice is active.`,slots:`{n} on the ribbon, {p} pinned`,merged:`Your changes stand over theirs. Look at them, then save.`,kind:`Kind`,transport:`Transport`,since:`Since`,cursor:`Cursor`,lag:`Lag`,shows:`Shows`,searchTerminals:`Filter terminals`,unnamed:`unnamed`,noTerminals:`Nobody is connected`,noTerminalsHint:`Open a board's page on a screen, or follow one from a program:`,behind:`{n} behind`,inStep:`in step`,terminalCount:`{n} connections`,laggingCount:`{n} lagging`,paused:`Paused while hidden`,every:`Every {n} s`,nothingOn:`nothing`,thisConsole:`this console`,terminalsAdmin:`Who is connected is shown to tokens with the scope admin.`,asRun:`Shown`,asRunHint:`What was really on each terminal's glass, newest first`,range:`Range`,hour:`1 h`,day:`24 h`,week:`7 d`,terminal:`Terminal`,notice:`Notice`,planned:`Planned`,cameIn:`In`,wentOut:`Out`,outcome:`Outcome`,lateBy:`Late by`,clockOff:`Clock off`,anyOutcome:`All outcomes`,completed:`completed`,preempted:`preempted`,ranOut:`expired`,cut:`cut`,failed:`failed`,records:`{n} records`,newest:`The newest {n} are listed; the CSV has all.`,held:`Only the newest {n} were read; the CSV has all.`,csv:`Download CSV`,readAgain:`Read again`,notPlanned:`this server did not play the board then`,noRecords:`Nothing was told in this time`,noRecordsHint:`Terminals tell what was on their glass when they have a name. Give each screen its own; records are kept for 7 days:`,noneSuch:`No record matches.`,asRunAdmin:`What was shown is for tokens with the scope admin.`,rates:`Notices a second`,entries:`Entries a second`,latencies:`latency, ms`,byLevel:`By level`,byBoard:`By board`,lastMinutes:`The last {n} minutes, from what this page has seen itself`,puts:`puts`,deletes:`deletes`,policies:`policies`,others:`others`,p50:`p50`,p99:`p99`,storing:`accepted → stored`,delivering:`stored → delivered`,seeing:`accepted → seen here`,samples:`{n} samples`,noTraffic:`Nothing has come yet`,noTrafficHint:`Numbers begin with the first entry that arrives while this page is open.`,showing:`delivered → on a glass`,stagesTold:`The server tells each stage as a notice reaches it. What is on a glass is told by terminals with a name; a notice waits there for its turn.`,stagesAdmin:`Server stages need the scope admin; what is seen here needs none.`,perSecond:`{n}/s`,following:`{n} boards followed`,loginTitle:`Log in`,loginHint:`This server has keys. It stays in this tab and is forgotten when you close it.`,byToken:`With a token`,byClient:`With a client secret`,token:`Token`,tokenHint:`An operator makes one: marquee token --sub NAME --scope SCOPE`,clientId:`Client id`,clientSecret:`Client secret`,enter:`Log in`,badToken:`That is no token: it is one long word of three parts, with a point between each two`,needed:`This is needed`,noLogin:`This server has no keys: nobody needs to log in.`,scope:`You may: {scope}`,openServer:`No keys: everyone may do everything`,ended:`The login is over. Log in again to go on.`,notTaken:`The server does not take this.`,e401:`You are not logged in, or the login is over.`,e403:`This login does not allow that.`,e404:`It is not there.`,e409:`It cannot be done as things are.`,e413:`It is too large.`,e422:`Some of it will not do.`,e429:`Too many requests. Wait a moment.`,e503:`The server cannot do it now.`,eNetwork:`The server cannot be reached.`,eOther:`That went wrong ({n}).`,loginAgain:`Log in as another`,keysTitle:`Keyboard`,keySearch:`Search`,keyBoards:`Boards`,keyTerminals:`Terminals`,keyTraffic:`Traffic`,keyNew:`Write a notice (on a board)`,keyPolicy:`Policy (on a board)`,keyShown:`Shown (on a board)`,keyTheme:`Next theme`,keyLanguage:`The other language`,keyHelp:`This list`,keyEscape:`Close what is open`,keysOn:`Single keys work`},zh:{title:`走马灯控制台`,brand:`控制台`,skip:`跳到正文`,nav:`视图`,boards:`屏幕`,terminals:`终端`,traffic:`流量`,board:`屏幕`,policy:`策略`,login:`登录`,logout:`退出`,help:`键盘`,theme:`主题`,themeAuto:`跟随系统`,themeDark:`深色`,themeLight:`浅色`,language:`语言`,close:`关闭`,cancel:`取消`,retry:`重试`,copy:`复制`,copied:`已复制`,undo:`撤销`,none:`无`,reference:`HTTP 接口`,loading:`正在加载`,now:`刚刚`,ago:`{t}前`,in:`{t}后`,boardsHint:`您可以看到的全部屏幕。勾选后即可在此观看。`,search:`搜索`,searchBoards:`搜索屏幕`,name:`名称`,active:`在播`,version:`版本`,lastChange:`最近变更`,watch:`观看`,watchBoard:`观看 {board}`,noBoards:`还没有屏幕`,noBoardsHint:`第一次写入即创建屏幕。向任意名称发布，它就会出现在这里以及所有跟随它的终端上：`,noMatch:`没有与“{q}”匹配的内容。`,watchNone:`在列表中勾选屏幕即可实时观看。`,watchMax:`最多同时观看 {n} 个屏幕。`,boardCount:`{n} 个屏幕`,newBoard:`按名称打开屏幕`,go:`前往`,badBoard:`1 到 63 个 a-z、0-9、'.'、'_'、'-'，首位为字母或数字`,live:`实时`,preview:`实时预览`,notices:`在播通知`,noNotices:`当前没有通知`,noNoticesHint:`在此发布的内容会立刻出现在该屏幕的所有终端上。也可在命令行中：`,level:`级别`,text:`文本`,tags:`标签`,key:`键`,left:`剩余`,started:`开始`,actions:`操作`,waiting:`{t}开始`,details:`详情`,replace:`替换`,retract:`撤回`,retracted:`已撤回：{text}`,restored:`已恢复：{text}`,searchNotices:`搜索通知`,count:`×{n}`,lifecycleOf:`通知 {id}`,publish:`发布`,publishTitle:`发布通知`,replaceTitle:`替换 {id}`,ttl:`有效期（秒）`,ttlHint:`留空：按策略 {n} 秒`,startsAt:`开始时间`,startsHint:`留空：立即`,link:`链接`,linkHint:`仅限 https`,html:`标记`,htmlHint:`b、i、u、s、code、a、span；屏幕只显示其文字`,tagsHint:`以逗号分隔`,keyHint:`相同键的新通知会替换在播的那一条`,idHint:`留空：由服务器生成`,id:`标识`,data:`数据`,dataHint:`JSON 对象`,more:`更多字段`,draft:`显示效果`,draftEmpty:`输入文本即可在此预览。`,scrolls:`滚动，{s} 秒穿过 {n} 格的屏幕`,pins:`置顶 {s} 秒`,cellCount:`{n} 格`,cleaned:`已移除控制字符，与服务器一致。`,published:`已发布：版本 {n}`,replaced:`已替换：版本 {n}`,folded:`已并入相同的通知：版本 {n}`,duplicate:`已存在，内容未变`,tooLong:`{n} 个字符，最多 {max}`,badData:`不是 JSON 对象`,badTtl:`1 到 2,592,000 的整数`,lifecycle:`生命周期`,stage:`阶段`,accepted:`已受理`,stored:`已落盘`,delivered:`已送达`,shown:`已显示`,deleted:`已删除`,expired:`已过期`,onTerminals:`{n} 个终端`,trace:`追踪标识`,revision:`修订`,lifecycleGone:`服务器已不记得该通知的经过：只保留最近 10,000 条，重启即清空。`,lifecycleAdmin:`查看生命周期需要 admin 权限。`,expiresAt:`到期`,content:`内容`,noticeGone:`该通知已不在播。`,speed:`速度`,speedHint:`格/秒`,gap:`间距`,gapHint:`格`,policyTtl:`有效期`,seconds:`秒`,maxActive:`在播上限`,maxActiveHint:`条`,foldMs:`合并窗口`,ms:`毫秒`,pinMin:`最短置顶`,pinQueue:`置顶队列`,breath:`间歇`,weight:`权重`,play:`方式`,hold:`停留（毫秒）`,color:`颜色`,scroll:`滚动`,pin:`置顶`,ribbon:`滚动带`,levels:`级别`,dryRun:`试播`,dryRunHint:`如果没有新内容，从现在起会播什么`,window:`时长`,minutes:`{n} 分钟`,presentPolicy:`当前`,proposedPolicy:`拟用`,unchanged:`与当前策略相同。`,savePolicy:`保存策略`,resetPolicy:`恢复默认`,resetAsk:`将 {board} 恢复为默认策略？`,resetAskHint:`该屏幕将重新跟随服务器的默认策略及其变更，各终端立即生效。`,reset:`恢复`,policySaved:`已保存：版本 {n}`,policyReset:`该屏幕已跟随默认策略`,own:`自有策略`,defaults:`默认策略`,outOf:`{min} 到 {max} 的整数`,badColor:`#rrggbb`,conflict:`他人已修改此策略`,conflictHint:`您编辑期间已保存版本 {n}。您的修改尚未保存。`,field:`字段`,was:`原值`,theirs:`对方`,yours:`您的`,takeTheirs:`采用对方的`,keepMine:`在其上保留我的修改`,discard:`放弃修改`,discarded:`您的修改已放弃`,changes:`{n} 处修改`,readOnly:`修改策略需要 admin 权限，目前为只读。`,emptyPlay:`没有在播通知，不会播出任何内容。`,slots:`滚动 {n} 次，置顶 {p} 次`,merged:`您的修改已置于其上。请检查后保存。`,asRun:`播出记录`,asRunHint:`各终端屏上实际出现的内容，最新在前`,range:`范围`,hour:`1 小时`,day:`24 小时`,week:`7 天`,terminal:`终端`,notice:`通知`,planned:`计划`,cameIn:`上屏`,wentOut:`离屏`,outcome:`结果`,lateBy:`迟到`,clockOff:`时钟偏差`,anyOutcome:`全部结果`,completed:`完整播出`,preempted:`被抢占`,ranOut:`到期`,cut:`被移除`,failed:`未能播出`,records:`{n} 条记录`,newest:`仅列出最新 {n} 条；CSV 含全部。`,held:`仅读取最新 {n} 条；CSV 含全部。`,csv:`下载 CSV`,readAgain:`重新读取`,notPlanned:`当时本服务器未播放该屏幕`,noRecords:`这段时间没有播出记录`,noRecordsHint:`有名称的终端会回报屏上实际出现的内容。请为每块屏幕取名；记录保留 7 天：`,noneSuch:`没有匹配的记录。`,asRunAdmin:`查看播出记录需要 admin 权限。`,kind:`类型`,transport:`传输`,since:`连接于`,cursor:`游标`,lag:`延迟`,shows:`正在显示`,searchTerminals:`筛选终端`,unnamed:`未命名`,noTerminals:`没有终端连接`,noTerminalsHint:`在屏幕上打开看板页面，或用程序跟随：`,behind:`落后 {n}`,inStep:`同步`,terminalCount:`{n} 个连接`,laggingCount:`{n} 个落后`,paused:`隐藏时暂停`,every:`每 {n} 秒`,nothingOn:`无内容`,thisConsole:`本控制台`,terminalsAdmin:`查看已连接的终端需要 admin 权限。`,rates:`每秒通知数`,entries:`每秒条目数`,latencies:`延迟（毫秒）`,byLevel:`按级别`,byBoard:`按屏幕`,lastMinutes:`最近 {n} 分钟，由本页面自己所见`,puts:`写入`,deletes:`删除`,policies:`策略`,others:`其他`,p50:`p50`,p99:`p99`,storing:`受理 → 落盘`,delivering:`落盘 → 送达`,seeing:`受理 → 本页可见`,samples:`{n} 个样本`,noTraffic:`尚无流量`,noTrafficHint:`从本页打开后收到的第一条开始统计。`,showing:`送达 → 上屏`,stagesTold:`通知每到一个阶段，服务器即时告知。上屏时间由有名称的终端回报；通知会在那里排队等候。`,stagesAdmin:`服务器各阶段需要 admin 权限；本页所见则不需要。`,perSecond:`{n}/秒`,following:`正在跟随 {n} 个屏幕`,loginTitle:`登录`,loginHint:`此服务器启用了密钥。登录仅保留在此标签页，关闭即忘。`,byToken:`使用令牌`,byClient:`使用客户端密钥`,token:`令牌`,tokenHint:`由管理员生成：marquee token --sub NAME --scope SCOPE`,clientId:`客户端标识`,clientSecret:`客户端密钥`,enter:`登录`,badToken:`这不是令牌：令牌是一长串字符，由两个点分为三段`,needed:`此项必填`,noLogin:`此服务器未启用密钥，无需登录。`,scope:`权限：{scope}`,openServer:`未启用密钥：任何人均可操作`,ended:`登录已失效，请重新登录。`,notTaken:`服务器不接受此凭据。`,e401:`尚未登录，或登录已失效。`,e403:`当前登录没有此权限。`,e404:`不存在。`,e409:`当前状态下无法执行。`,e413:`内容过大。`,e422:`部分内容不符合要求。`,e429:`请求过多，请稍候。`,e503:`服务器暂时无法处理。`,eNetwork:`无法连接服务器。`,eOther:`出错了（{n}）。`,loginAgain:`换一个身份登录`,keysTitle:`键盘`,keySearch:`搜索`,keyBoards:`屏幕`,keyTerminals:`终端`,keyTraffic:`流量`,keyNew:`写通知（在屏幕页）`,keyPolicy:`策略（在屏幕页）`,keyShown:`播出记录（在屏幕页）`,keyTheme:`下一个主题`,keyLanguage:`另一种语言`,keyHelp:`此列表`,keyEscape:`关闭已打开的内容`,keysOn:`启用单键`}};function xo(e,t,n={}){return bo[e][t].replace(/\{(\w+)\}/g,(e,t)=>(n[t]??e)+``)}var So=`marquee:console`,Co=[`auto`,`dark`,`light`],wo=new class extends EventTarget{#e;#t=matchMedia(`(prefers-color-scheme: light)`);constructor(){super();let{theme:e,language:t,watched:n,keys:r}=(()=>{try{let e=JSON.parse(localStorage.getItem(So)??`{}`);return typeof e==`object`&&e?e:{}}catch{return{}}})();this.#e={theme:Co.find(t=>t===e)??`auto`,language:t===`en`||t===`zh`?t:navigator.language.startsWith(`zh`)?`zh`:`en`,watched:Array.isArray(n)?n.filter(e=>typeof e==`string`).slice(0,8):null,keys:!1!==r},this.#t.addEventListener(`change`,()=>this.#n()),this.#n()}get theme(){return this.#e.theme}get language(){return this.#e.language}get watched(){return this.#e.watched}get keys(){return this.#e.keys}get dark(){return this.theme===`auto`?!this.#t.matches:this.theme===`dark`}choose(e){this.#e={...this.#e,...e};try{localStorage.setItem(So,JSON.stringify(this.#e))}catch{}this.#n()}nextTheme(){this.choose({theme:Co[(Co.indexOf(this.theme)+1)%Co.length]??`auto`})}nextLanguage(){this.choose({language:this.language===`en`?`zh`:`en`})}#n(){let e=document.documentElement;e.classList.toggle(`wa-dark`,this.dark),e.classList.toggle(`wa-light`,!this.dark),e.lang=this.language===`zh`?`zh-CN`:`en`,this.dispatchEvent(new Event(`change`))}},J=(e,t)=>xo(wo.language,e,t),To=/^[a-z0-9][a-z0-9._-]{0,62}$/;function Eo(e){try{return decodeURIComponent(e)}catch{return``}}function Do(e){let[t,n=``,r,i]=e.replace(/^#?\/?/,``).split(`/`).map(Eo);return t===`terminals`||t===`traffic`||t===`login`?{view:t}:t===`boards`&&To.test(n)?r===`policy`||r===`shown`?{view:r,board:n}:r===`notices`&&i?{view:`board`,board:n,notice:i}:{view:`board`,board:n}:{view:`boards`}}function Oo(e){switch(e.view){case`board`:{let t=`#/boards/`+encodeURIComponent(e.board);return e.notice===void 0?t:`${t}/notices/${encodeURIComponent(e.notice)}`}case`policy`:case`shown`:return`#/boards/${encodeURIComponent(e.board)}/${e.view}`;default:return`#/`+e.view}}var ko=e=>{location.hash=Oo(e)};customElements.define(`mq-toasts`,class extends Le{#e=[];createRenderRoot(){return this}say(e,t){let n={text:e,undo:t,timer:void 0};this.#n(n),this.#e.push(n);for(let e of this.#e.splice(0,this.#e.length-5))clearTimeout(e.timer);this.requestUpdate()}#t(e){clearTimeout(e.timer)}#n(e){clearTimeout(e.timer),e.timer=setTimeout(()=>this.#r(e),e.undo?8e3:4e3)}#r(e){clearTimeout(e.timer),this.#e=this.#e.filter(t=>t!==e),this.requestUpdate()}render(){return j`<div class="toasts" role="status" aria-live="polite">
      ${this.#e.map(e=>j`<div class="toast" @pointerenter=${()=>this.#t(e)} @pointerleave=${()=>this.#n(e)}
          @focusin=${()=>this.#t(e)} @focusout=${()=>this.#n(e)}>
          <span dir="auto">${e.text}</span>
          ${e.undo?j`<button type="button" @click=${()=>{this.#r(e),e.undo?.()}}>${J(`undo`)}</button>`:M}
          <button type="button" class="plain" aria-label=${J(`close`)} @click=${()=>this.#r(e)}>
            <wa-icon name="close" aria-hidden="true"></wa-icon>
          </button>
        </div>`)}
    </div>`}});var Ao=(e,t)=>{document.querySelector(`mq-toasts`)?.say(e,t)},jo=[[864e5,{en:` d`,zh:` 天`}],[36e5,{en:` h`,zh:` 小时`}],[6e4,{en:` min`,zh:` 分`}],[1e3,{en:` s`,zh:` 秒`}]];function Mo(e,t){let n=Math.max(0,Math.floor(e));for(let[e,[r,i]]of jo.entries()){if(n<r&&r>1e3)continue;let a=Math.floor(n/r),o=jo[e+1],s=o?Math.floor(n%r/o[0]):0,c=o&&s>0&&a<10&&r>1e3?` ${s}${o[1][t]}`:``;return`${a}${i[t]}${c}`}return`0`+jo[3][1][t]}function No(e,t,n){let r=e-t;return Math.abs(r)<1e3?xo(n,`now`):xo(n,r<0?`ago`:`in`,{t:Mo(Math.abs(r),n)})}function Po(e){let t=new Date(e);return Number.isNaN(t.getTime())?`–`:`${t.toLocaleString(void 0,{hour12:!1})} · ${t.toISOString()}`}function Fo(e){let t=new Date(e);if(Number.isNaN(t.getTime()))return`–`;let n=e=>(e+``).padStart(2,`0`),r=(t.getMilliseconds()+``).padStart(3,`0`);return`${n(t.getHours())}:${n(t.getMinutes())}:${n(t.getSeconds())}.${r}`}Ya();var Io=class extends $i{#e=new Ga(this);#t=new Map;#n=null;constructor(e){super(e),this.on(`hello`,({session:e})=>{this.#n=e}),this.on(`state`,({connected:e})=>{e===`offline`&&(this.#n=null)}),this.on(`snapshot`,({board:e})=>this.remember(e)),this.on(`entry`,({board:e,entry:t})=>{t.type===`put`&&this.#r(e,t.notice)})}get session(){return this.#n}recent(e){return[...this.#t.get(e)??[]]}shown(e){this.#e.shown(e)}remember(e){let t=this.follow(e)?.timeline?.active??[];for(let{notice:n}of[...t].sort((e,t)=>e.notice.rev-t.notice.rev))this.#r(e,n)}#r(e,t){let n=this.recent(e).filter(({id:e})=>e!==t.id);this.#t.set(e,[...n,t].slice(-5))}};function Lo({board:e,cursor:t,timeline:n}){if(!t)return null;let r=n?.parts()??null;if(!r)return{cursor:t,snapshot:null};let i=r.active.map(({notice:e,...t})=>({...e,...t}));return{cursor:t,snapshot:{type:`snapshot`,board:e,cursor:t,at:r.now,policy:r.policy,notices:i,timeline:r}}}function Ro(e,{cursor:t,snapshot:n}){let{board:r}=e;e.subscribed({type:`subscribed`,board:r,head:t,resume:`reset`}),n&&e.snapshot({...n,cursor:t}),e.bookmark({type:`bookmark`,board:r,cursor:t,at:0})}var zo=class extends Io{#e;#t;#n=!1;constructor(e){super(e),this.#e=e.storage,this.#a();let t=()=>{this.#t??=setTimeout(()=>this.#o(),1e3)};this.on(`entry`,t),this.on(`snapshot`,t)}close(){super.close(),this.#t!==void 0&&this.#o()}#r(e){return`marquee:${ei(this.options.src,``).host}:${this.options.terminal??`web`}:${e}`}#i(e,t){try{return t()}catch(t){let n=`boards cannot be ${e}: ${t+``}`;this.#n||queueMicrotask(()=>this.tell(`error`,{code:`storage`,detail:n,board:void 0})),this.#n=!0;return}}#a(){for(let e of this.boards){let t=this.follow(e);if(!t||t.cursor)continue;let n=this.#i(`read`,()=>this.#e.getItem(this.#r(e))),r=null;try{r=JSON.parse(n??`null`)}catch{}typeof r?.cursor==`string`&&(Ro(t,{cursor:r.cursor,snapshot:vi(r.snapshot)?r.snapshot:null}),this.remember(e))}}#o(){clearTimeout(this.#t),this.#t=void 0;for(let e of this.boards){let t=this.follow(e),n=t&&Lo(t);n&&this.#i(`kept`,()=>this.#e.setItem(this.#r(e),JSON.stringify(n)))}}};function Bo(e,t){if(e.length===0)return null;let n=[...e].sort((e,t)=>e-t);return n[Math.max(0,Math.ceil(t/100*n.length)-1)]??null}var Vo=class{#e=new Map;#t=new Set;others;constructor(e=`others`){this.others=e}add(e,t){this.#t.has(e)||(this.#t.size<8?this.#t.add(e):e=this.others);let n=Math.floor(t/1e3),r=this.#e.get(n)??new Map;r.set(e,(r.get(e)??0)+1),this.#e.set(n,r),this.forget(t)}forget(e){let t=Math.floor(e/1e3)-600;for(let e of this.#e.keys())e<=t&&this.#e.delete(e);for(;this.#e.size>600;)this.#e.delete(this.#e.keys().next().value)}get size(){return this.#e.size}get series(){let e=[...this.#e.values()].some(e=>e.has(this.others));return[...this.#t,...e&&!this.#t.has(this.others)?[this.others]:[]]}rate(e,t,n){let r=Math.floor(e/1e3),i=0;for(let e=r-t;e<r;e+=1){let t=this.#e.get(e);if(t){if(n!==void 0)i+=t.get(n)??0;else for(let e of t.values())i+=e}}return i/t}points(e,t,n){let r=Math.floor(e/1e3/t)*t,i=[],a=n.map(()=>[]);for(let e=r-600;e<r;e+=t){i.push(e+t);for(let[r,i]of n.entries())a[r]?.push(this.rate(1e3*(e+t),t,i))}return[i,...a]}},Ho=[`accepted`,`stored`,`delivered`,`shown`],Uo=class{#e=new Map;take(e,t,n){let r=Ho.indexOf(t);if(r<0)return[];let i=this.#e.get(e)??{};for(let e of Ho.slice(r+1))(i[e]??1/0)<n&&delete i[e];i[t]=n,this.#e.set(e,i);for(let e of this.#e.keys()){if(this.#e.size<=1e3)break;this.#e.delete(e)}return[r,r+1].flatMap(e=>{let[t,n]=[Ho[e-1],Ho[e]],[r,a]=[t&&i[t],n&&i[n]];return t&&n&&r!==void 0&&a!==void 0?(delete i[t],[[n,Math.max(0,a-r)]]):[]})}get size(){return this.#e.size}},Wo=class{#e=[];add(e,t){this.#e.push({at:t,value:e}),this.forget(t)}forget(e){let t=e-6e5,n=Math.max(0,this.#e.length-3e3);for(;(this.#e[n]?.at??1/0)<t;)n+=1;this.#e.splice(0,n)}get size(){return this.#e.length}values(e,t=600){return this.#e.filter(({at:n})=>n>e-1e3*t&&n<=e).map(({value:e})=>e)}points(e,t,n){let r=Math.floor(e/1e3/t)*t,i=n.map(()=>[]);for(let e=r-600+t;e<=r;e+=t){let r=this.values(1e3*e,t);for(let[e,t]of n.entries())i[e]?.push(Bo(r,t))}return i}},Y=new class extends EventTarget{byLevel=new Vo;byBoard=new Vo;entries=new Vo;storing=new Wo;delivering=new Wo;showing=new Wo;seeing=new Wo;#e=new Uo;#t=null;#n=[];#r;#i=!1;#a=[];#o=[];get boards(){return this.#n}version(e){return this.#a.find(t=>t.board===e)?.version??null}get session(){return this.#t?.session??null}get connected(){return this.#t?.connected??`offline`}now(){return this.#t?.connected===`live`?this.#t.serverTime():Date.now()+ho}start(){this.#r===void 0&&(this.#r=setInterval(()=>{this.look()},5e3),this.look())}stop(){clearInterval(this.#r),this.#r=void 0,this.#c()}async look(){if(!this.#i){this.#i=!0;try{let{items:e}=await q.boards();this.#a=e;let t=e.map(({board:e})=>e).filter(e=>K.can(`subscribe`,e)).slice(0,64);if(this.#r===void 0||t.join()===this.#n.join())return;this.#c(),t.length>0&&this.#s(t)}catch(e){co(e).status===401&&this.stop()}finally{this.#i=!1}}}#s(e){this.#n=e;let t=((e={})=>{let{storage:t,lastSeen:n}=e,r=t?new zo({...e,storage:t}):new Io(e),[i,...a]=r.boards,o=i===void 0||a.length>0?void 0:r.follow(i);return o&&n!==void 0&&Ro(o,{cursor:n,snapshot:null}),r})({boards:e,terminal:K.can(`admin`)?`admin`:`web`,token:K.fresh});this.#t=t;let n=()=>{this.dispatchEvent(new Event(`change`))};this.#o=[t.on(`state`,n),t.on(`entry`,({entry:e})=>this.#l(e)),t.on(`lifecycle`,({board:e,id:t,stage:n,at:r})=>this.#u(`${e}\n${t}`,n,r))],n()}#c(){for(let e of this.#o)e();this.#t?.close(),this.#t=null,this.#n=[]}#l(e){let t=this.now(),n=this.connected===`live`;this.entries.add(e.type,e.at),e.type===`put`&&(this.byLevel.add(e.notice.level,e.at),this.byBoard.add(e.board,e.at)),n&&this.seeing.add(Math.max(0,t-e.at),t),this.dispatchEvent(new CustomEvent(`entry`,{detail:e}))}#u(e,t,n){let r={stored:this.storing,delivered:this.delivering,shown:this.showing};for(let[i,a]of this.#e.take(e,t,n))i!==`accepted`&&r[i].add(a,this.now())}},Go=class extends Le{#e;#t=()=>this.requestUpdate();createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),wo.addEventListener(`change`,this.#t),K.addEventListener(`change`,this.#t),this.#e=setInterval(()=>{document.hidden||this.requestUpdate()},1e3)}disconnectedCallback(){super.disconnectedCallback(),wo.removeEventListener(`change`,this.#t),K.removeEventListener(`change`,this.#t),clearInterval(this.#e)}},Ko=e=>j`<wa-icon name=${e} aria-hidden="true"></wa-icon>`,qo=e=>j`<time datetime=${new Date(e).toISOString()} title=${Po(e)}>${No(e,Y.now(),wo.language)}</time>`;function Jo(e,t,n){let r=co(e),i=n===void 0&&(r.status===401||r.status===403);return j`<div class="callout failure" role="alert">
    ${Ko(`warning`)}
    <div>
      <strong>${J(n??r.word,{n:r.status})}</strong>
      ${r.message?j`<p>${r.message}</p>`:M}
      ${r.traceId?j`<p class="quiet mono">${r.traceId}</p>`:M}
    </div>
    <div class="acts">
      ${i?j`<a class="textual" href=${Oo({view:`login`})}>${J(`loginAgain`)}</a>`:M}
      ${t?j`<wa-button size="s" appearance="outlined" @click=${t}>${J(`retry`)}</wa-button>`:M}
    </div>
  </div>`}var Yo=e=>j`<div class="waiting" role="status" aria-label=${J(`loading`)}>
    ${Array.from({length:e},()=>j`<wa-skeleton effect="none"></wa-skeleton>`)}
  </div>`,Xo=(e,t,n)=>j`<div class="empty">
    <strong>${e}</strong>
    <p>${t}</p>
    ${n===void 0?M:j`<div class="code">
          <pre tabindex="0" role="group" aria-label=${e}>${n}</pre>
          <wa-copy-button value=${n} copy-label=${J(`copy`)} success-label=${J(`copied`)}></wa-copy-button>
        </div>`}
  </div>`,Zo=(e,t,n)=>j`<label class="search">
    ${Ko(`search`)}<span class="unseen">${e}</span>
    <input type="search" data-search placeholder=${e} .value=${t} autocomplete="off" spellcheck="false"
      @input=${e=>n(e.target.value)} /><kbd aria-hidden="true">/</kbd>
  </label>`,Qo=(e,t)=>`curl -d '${t}' \\\n  -H 'Marquee-Level: info'${K.loggedIn?` \\
  -H "Authorization: Bearer $MARQUEE_TOKEN"`:``} \\\n  ${location.origin}/v1/boards/${e}`,$o={id:``,level:`INFO`,text:``,html:``,tags:``,key:``,ttl:``,startsAt:``,link:``,data:``},es=/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u000b\u000c\u202a-\u202e\u2066-\u2069\ufeff]/g,ts=/\r\n|[\r\n\t\u0085\u2028\u2029]/g,ns=e=>e.replace(ts,` `).replace(es,``);function rs(e,t){let n=Date.parse(e.starts_at),r=n>t?n:t,i=Math.min(2592e3,Math.max(1,Math.round((Date.parse(e.expires_at)-r)/1e3))),a={level:e.level,text:e.text,ttl:i};return e.html!==void 0&&(a.html=e.html),e.tags.length>0&&(a.tags=[...e.tags]),e.key!==void 0&&(a.key=e.key),e.link!==void 0&&(a.link=e.link),e.data!==void 0&&(a.data=e.data),n>t&&(a.starts_at=e.starts_at),a}var is={accepted:`accepted`,stored:`stored`,delivered:`delivered`,shown:`shown`,deleted:`deleted`,expired:`expired`};customElements.define(`mq-lifecycle`,class extends Go{static properties={board:{attribute:!1},notice:{attribute:!1},listed:{attribute:!1}};#e=null;#t=null;#n=null;#r;constructor(){super(),this.board=``,this.notice=null,this.listed=null}connectedCallback(){super.connectedCallback(),this.#r=setInterval(()=>{this.notice===null||document.hidden||this.#i()},2e3)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#r)}willUpdate(e){this.listed&&(this.#n=this.listed),e.has(`notice`)&&this.notice!==null&&(this.#n=this.listed,this.#e=null,this.#t=null,this.#i())}async#i(){let{board:e,notice:t}=this;if(t!==null&&K.can(`admin`)){try{let n=await q.lifecycle(e,t);if(t!==this.notice)return;this.#e=n,this.#t=null}catch(e){t===this.notice&&(this.#t=e)}this.requestUpdate()}}render(){let{notice:e}=this;return j`<wa-drawer placement="end" light-dismiss label=${J(`lifecycleOf`,{id:e??``})} ?open=${e!==null}
      @wa-hide=${e=>{e.target.localName===`wa-drawer`&&this.dispatchEvent(new CustomEvent(`mq-close`))}}>
      ${e===null?M:j`${this.#a()}${this.#o()}`}
    </wa-drawer>`}#a(){let e=this.#n;if(!e)return j`<p class="quiet">${J(`noticeGone`)}</p>`;let t=(e,t)=>j`<div><dt>${e}</dt><dd>${t}</dd></div>`;return j`<p class="quote" dir="auto">${e.text}</p>
      <dl class="facts-list">
        ${t(J(`level`),e.level)}
        ${e.key===void 0?M:t(J(`key`),e.key)}
        ${e.tags.length===0?M:t(J(`tags`),e.tags.map(e=>j`<span class="tag">${e}</span> `))}
        ${e.link===void 0?M:t(J(`link`),(e=>/^https:\/\//i.test(e)?j`<a class="textual" href=${e} target="_blank" rel="noopener noreferrer nofollow">${e}</a>`:j`<span>${e}</span>`)(e.link))}
        ${e.html===void 0?M:t(J(`html`),j`<code>${e.html}</code>`)}
        ${e.data===void 0?M:t(J(`data`),j`<code>${JSON.stringify(e.data)}</code>`)}
        ${t(J(`started`),qo(Date.parse(e.starts_at)))}
        ${t(J(`expiresAt`),qo(Date.parse(e.expires_at)))}
        ${t(J(`revision`),j`${e.version}${e.rev===e.version?M:` → `+e.rev}`)}
        ${t(J(`trace`),j`<span class="mono">${e.trace_id}</span>
          <wa-copy-button value=${e.trace_id} copy-label=${J(`copy`)} success-label=${J(`copied`)}></wa-copy-button>`)}
      </dl>`}#o(){return K.can(`admin`)?this.#t&&co(this.#t).status===404?j`<h3>${J(`lifecycle`)}</h3><p class="quiet">${J(`lifecycleGone`)}</p>`:j`<h3>${J(`lifecycle`)}</h3>
      ${this.#t?Jo(this.#t,()=>{this.#i()}):M}
      ${this.#e?this.#s(this.#e.stages):this.#t?M:Yo(3)}`:j`<h3>${J(`lifecycle`)}</h3><p class="quiet">${J(`lifecycleAdmin`)}</p>`}#s(e){return j`<ol class="stages">
      ${e.map((t,n)=>{let r=Date.parse(t.at),i=e[n-1],a=is[t.stage],o=[t.terminals===void 0?``:J(`onTerminals`,{n:t.terminals}),t.reason??``].filter(Boolean).join(` · `);return j`<li data-stage=${t.stage}>
          <span class="stage">${a?J(a):t.stage}${o?j`<span class="quiet"> · ${o}</span>`:M}</span>
          <time class="mono" datetime=${t.at} title=${Po(r)}>${Fo(r)}</time>
          <span class="after mono">${i?`+`+(s=r-Date.parse(i.at),Math.abs(s)<1e4?s+` ms`:(s/1e3).toFixed(1)+` s`):``}</span>
        </li>`;var s})}
    </ol>`}});var as=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},os=_t(class extends vt{constructor(e){if(super(e),e.type!==2)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=(e=>e._$AH)(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=z(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=z(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=z(i[d],a[m]),Ht(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=z(i[f],a[p]),Ht(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=as(o,p,m),u=as(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=Ht(e,i[d]);z(t,a[p]),c[p]=t}else c[p]=z(n,a[p]),Ht(e,i[d],n),i[t]=null;p++}else Gt(i[f]),f--}else Gt(i[d]),d++;for(;p<=m;){let t=Ht(e,c[m+1]);z(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&Gt(e)}return this.ut=o,Wt(e,c),Se}}),ss=_t(class extends vt{constructor(e){if(super(e),e.type!==6)throw TypeError(`look stands at an element`)}render(e){return M}update(e,[t]){let{style:n}=e.element;for(let[e,r]of Object.entries(t))n.getPropertyValue(e)!==r&&n.setProperty(e,r);return M}});customElements.define(`mq-notices`,class extends Go{static properties={board:{attribute:!1},notices:{attribute:!1},policy:{attribute:!1},may:{attribute:!1}};#e=``;constructor(){super(),this.board=``,this.notices=[],this.policy=null,this.may=!1}#t(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))}render(){let e=Y.now(),t=this.notices.filter(({expires_at:t})=>Date.parse(t)>e),n=this.#e.trim().toLowerCase(),r=t.filter(e=>[e.text,e.id,e.key??``,e.level,...e.tags].some(e=>e.toLowerCase().includes(n)));return j`<div class="panel-head">
        <h2>${J(`notices`)} <span class="count">${t.length}</span></h2>
        ${t.length>0?Zo(J(`searchNotices`),this.#e,e=>{this.#e=e,this.requestUpdate()}):M}
      </div>
      ${t.length===0?Xo(J(`noNotices`),J(`noNoticesHint`),Qo(this.board,`hello, every screen`)):r.length===0?j`<p class="nothing">${J(`noMatch`,{q:this.#e})}</p>`:j`<table class="cards notices">
              <thead><tr>
                <th>${J(`level`)}</th><th>${J(`text`)}</th><th>${J(`key`)}</th>
                <th class="number">${J(`started`)}</th><th class="number">${J(`left`)}</th><th class="number">${J(`actions`)}</th>
              </tr></thead>
              <tbody>${os(r,({id:e})=>e,t=>this.#n(t,e))}</tbody>
            </table>`}`}#n(e,t){let n=Date.parse(e.starts_at),r=Date.parse(e.expires_at),i=Math.max(0,Math.min(1,(r-t)/Math.max(1,r-n))),a=this.policy?.levels[e.level].color??`transparent`,o=e.text.slice(0,80);return j`<tr>
      <td class="level" data-label=${J(`level`)}><span class="chip" ${ss({"--level":a})}></span>${e.level}</td>
      <td class="words" data-label=${J(`text`)}>
        <a class="text" dir="auto" href=${Oo({view:`board`,board:this.board,notice:e.id})}>${e.text}</a>
        ${e.count>1?j`<span class="times">${J(`count`,{n:e.count})}</span>`:M}
        ${e.tags.length>0?j`<span class="tags">${e.tags.map(e=>j`<span class="tag">${e}</span>`)}</span>`:M}
      </td>
      <td class="quiet key" data-label=${J(`key`)}>${e.key??j`<span aria-hidden="true">–</span>`}</td>
      <td class="number" data-label=${J(`started`)}>${n>t?j`<span class="soon">${qo(n)}</span>`:qo(n)}</td>
      <td class="number" data-label=${J(`left`)}>
        <time datetime=${e.expires_at}
          title=${`${Po(r)} · ${No(r,t,wo.language)}`}>${Mo(r-t,wo.language)}</time>
        <span class="life" aria-hidden="true"><span ${ss({"inline-size":(100*i).toFixed(1)+`%`})}></span></span>
      </td>
      <td class="number acts">
        <a class="act" href=${Oo({view:`board`,board:this.board,notice:e.id})} title=${J(`details`)}
          aria-label=${`${J(`details`)}: ${o}`}>${Ko(`details`)}</a>
        ${this.may?j`<button type="button" class="act" title=${J(`replace`)} aria-label=${`${J(`replace`)}: ${o}`}
                @click=${()=>this.#t(`mq-replace`,e)}>${Ko(`edit`)}</button>
              <button type="button" class="act danger" title=${J(`retract`)} aria-label=${`${J(`retract`)}: ${o}`}
                @click=${()=>this.#t(`mq-retract`,e)}>${Ko(`retract`)}</button>`:M}
      </td>
    </tr>`}});var cs={"/id":`id`,"/level":`level`,"/text":`text`,"/html":`html`,"/tags":`tags`,"/key":`key`,"/ttl":`ttl`,"/starts_at":`startsAt`,"/link":`link`,"/data":`data`},ls=null;customElements.define(`mq-publish`,class extends Go{static properties={board:{attribute:!1},policy:{attribute:!1}};#e={...$o};#t=null;#n=new Map;#r=null;#i=!1;#a=!1;#o=null;constructor(){super(),this.board=``,this.policy=null}disconnectedCallback(){super.disconnectedCallback(),this.#s(this.board)}willUpdate(e){if(!e.has(`board`))return;let t=e.get(`board`);t&&(this.#s(t),this.#c()),ls?.board===this.board&&(this.#e=ls.fields,this.#t=ls.editing)}#s(e){let{level:t,...n}=this.#e;Object.values(n).some(e=>e!==``)?ls={board:e,fields:this.#e,editing:this.#t}:ls?.board===e&&(ls=null)}edit(e){this.#e=(e=>{let t=rs(e,Y.now()),n=e=>(e+``).padStart(2,`0`);return{id:e.id,level:ti.includes(e.level)?e.level:`INFO`,text:e.text,html:e.html??``,tags:e.tags.join(`, `),key:e.key??``,ttl:(t.ttl??``)+``,startsAt:t.starts_at===void 0?``:(e=>{let t=new Date(e);return`${t.getFullYear()}-${n(t.getMonth()+1)}-${n(t.getDate())}T${n(t.getHours())}:${n(t.getMinutes())}`})(t.starts_at),link:e.link??``,data:e.data===void 0?``:JSON.stringify(e.data)}})(e),this.#t=e.id,this.#n=new Map,this.#r=null,this.#a=[`html`,`startsAt`,`link`,`data`].some(e=>this.#e[e]!==``),this.requestUpdate(),this.updateComplete.then(()=>{this.scrollIntoView({block:`nearest`}),this.querySelector(`[data-new]`)?.focus()})}#c(){this.#e={...$o,level:this.#e.level},this.#t=null,this.#n=new Map,this.#r=null,this.#o=null,this.requestUpdate()}#l(e,t){this.#e={...this.#e,[e]:t},this.#o=null,this.#n.delete(e),this.requestUpdate()}async#u(){if(this.#i)return;let{draft:e,faults:t}=(e=>{let t=new Map,n={level:e.level};e.id.trim()&&(n.id=e.id.trim()),e.text.trim()&&(n.text=e.text),e.html.trim()&&(n.html=e.html),n.text===void 0&&n.html===void 0&&t.set(`/text`,{word:`needed`});let r=[...ns(e.text)].length;r>2e3&&t.set(`/text`,{word:`tooLong`,values:{n:r,max:2e3}});let i=e.tags.split(/[,，]/).map(e=>e.trim()).filter(Boolean);if(i.length>0&&(n.tags=i),e.key.trim()&&(n.key=e.key.trim()),e.link.trim()&&(n.link=e.link.trim()),e.ttl.trim()){let r=/^\d{1,7}$/.test(e.ttl.trim())?Number(e.ttl):0;r>=1&&r<=2592e3?n.ttl=r:t.set(`/ttl`,{word:`badTtl`})}if(e.startsAt){let t=new Date(e.startsAt);Number.isNaN(t.getTime())||(n.starts_at=t.toISOString())}if(e.data.trim())try{let t=JSON.parse(e.data);if(typeof t!=`object`||!t||Array.isArray(t))throw TypeError(`no object`);n.data=t}catch{t.set(`/data`,{word:`badData`})}return{draft:n,faults:t}})(this.#e);if(this.#r=null,this.#n=new Map([...t].map(([e,{word:t,values:n}])=>[cs[e]??`text`,J(t,n)])),t.size>0)this.#f();else{this.#i=!0,this.requestUpdate();try{let{id:t,...n}=e;this.#o??=[...crypto.getRandomValues(new Uint8Array(12))].map(e=>e.toString(16).padStart(2,`0`)).join(``);let r=this.#t===null?await q.publish({...n,id:e.id??this.#o,board:this.board}):await q.put(this.board,this.#t,n);Ao(r.status===`accepted`?J(`published`,{n:r.version}):J(r.status,{n:r.version})),this.#c(),this.dispatchEvent(new CustomEvent(`mq-published`))}catch(e){this.#d(co(e))}finally{this.#i=!1,this.requestUpdate()}}}#d(e){let t=0;for(let{pointer:n,detail:r}of e.errors){let e=cs[`/`+(n.split(`/`)[1]??``)];e!==void 0&&(this.#n.set(e,r),t+=1)}this.#r=t>0&&t===e.errors.length?null:e,this.#f()}#f(){[`html`,`startsAt`,`link`,`data`,`id`].some(e=>this.#n.has(e))&&(this.#a=!0),this.requestUpdate(),this.updateComplete.then(()=>this.querySelector(`[data-fault]`)?.focus())}render(){let e=this.#e,t=this.#t;return j`<section class="panel publish" aria-labelledby="publish-title">
      <div class="panel-head"><h2 id="publish-title">${t===null?J(`publishTitle`):J(`replaceTitle`,{id:t})}</h2></div>
      <form novalidate autocomplete="off" @submit=${e=>{e.preventDefault(),this.#u()}} @keydown=${e=>{e.key===`Enter`&&(e.ctrlKey||e.metaKey)&&this.#u(),e.key===`Escape`&&t!==null&&this.#c()}}>
        ${this.#p(e.level)}
        <wa-textarea data-new size="s" rows="2" resize="auto" label=${J(`text`)} dir="auto" .value=${e.text}
          hint=${this.#n.get(`text`)??``}
          ?data-fault=${this.#n.has(`text`)}
          @input=${e=>this.#l(`text`,e.target.value)}></wa-textarea>
        ${this.#h()}
        <div class="pair">
          ${this.#m(`tags`,J(`tags`),J(`tagsHint`))}
          ${this.#m(`ttl`,J(`ttl`),J(`ttlHint`,{n:this.policy?.ttl??600}),`numeric`)}
        </div>
        ${this.#m(`key`,J(`key`),J(`keyHint`))}
        <details class="more" ?open=${this.#a} @toggle=${e=>{this.#a=e.target.open}}>
          <summary>${J(`more`)}</summary>
          <div class="pair">
            ${this.#m(`startsAt`,J(`startsAt`),J(`startsHint`),`datetime-local`)}
            ${t===null?this.#m(`id`,J(`id`),J(`idHint`)):M}
          </div>
          ${this.#m(`link`,J(`link`),J(`linkHint`))}
          ${this.#m(`html`,J(`html`),J(`htmlHint`))}
          ${this.#m(`data`,J(`data`),J(`dataHint`))}
        </details>
        ${this.#r?Jo(this.#r):M}
        <div class="buttons">
          <wa-button type="submit" size="s" variant="brand" ?loading=${this.#i}>${J(t===null?`publish`:`replace`)}</wa-button>
          ${t===null?M:j`<wa-button size="s" appearance="plain" @click=${()=>this.#c()}>${J(`cancel`)}</wa-button>`}
          <span class="quiet"><kbd>Ctrl</kbd> <kbd>⏎</kbd></span>
        </div>
      </form>
    </section>`}#p(e){return j`<fieldset class="levels"><legend class="unseen">${J(`level`)}</legend>
      ${ti.map(t=>j`<label><input type="radio" name="level" value=${t} .checked=${t===e}
            @change=${()=>this.#l(`level`,t)} />
          <span><span class="chip" ${ss({"--level":this.policy?.levels[t].color??`transparent`})}></span>${t}</span></label>`)}
    </fieldset>
    ${this.#n.has(`level`)?j`<p class="fault" role="alert">${this.#n.get(`level`)}</p>`:M}`}#m(e,t,n,r=`text`){let i=this.#n.get(e);return j`<wa-input size="s" data-field=${e} label=${t} type=${r===`datetime-local`?r:`text`}
      inputmode=${r===`numeric`?r:`text`}
      .value=${this.#e[e]} hint=${i??n} ?data-fault=${i!==void 0} autocapitalize="off" spellcheck="false"
      @input=${t=>this.#l(e,t.target.value)}></wa-input>`}#h(){let{text:e,level:t}=this.#e,n=(c=this.#e).text.trim()?ns(c.text):c.html.trim()?(e=>{let{body:t}=new DOMParser().parseFromString(e,`text/html`);for(let e of t.querySelectorAll(`script,style,template,noscript`))e.remove();for(let e of t.querySelectorAll(`br,p,div,li,h1,h2,h3,h4,h5,h6,tr,blockquote`))e.after(` `);return ns(t.textContent??``).replace(/ +/g,` `).trim()})(c.html):``,r=this.policy?.levels[t],i=r?.play===`pin`&&r.hold_ms>0,a=(e=>oa(e).reduce((e,t)=>e+t.cells,0))(n),o=i?J(`pins`,{s:r.hold_ms/1e3}):J(`scrolls`,{s:Math.round((80+a)/(this.policy?.speed??12)),n:80}),s=e!==``&&ns(e)!==e.replaceAll(`
`,` `).replaceAll(`	`,` `);var c;return j`<div class="drawn">
      <p class="caption">${J(`draft`)}</p>
      <div class="glass" data-play=${i?`pin`:`scroll`} ${ss({"--level":r?.color??`#e8eaed`})}>
        ${n?j`<span class="ink" dir="auto">${n}</span>`:j`<span class="ghost">${J(`draftEmpty`)}</span>`}
      </div>
      <p class="caption">${n?j`${J(`cellCount`,{n:a})} · ${o}`:`\xA0`}${s?j`<br />${J(`cleaned`)}`:M}</p>
    </div>`}});var us={board:`live`,policy:`policy`,shown:`asRun`},ds=e=>[...e].length>40?[...e].slice(0,40).join(``)+`…`:e;function fs(e,t,n){let r=n=>j`<a href=${Oo({view:n,board:e})} aria-current=${n===t?`page`:M}>${J(us[n])}</a>`;return j`<div class="head">
    <div>
      <p class="trail"><a href=${Oo({view:`boards`})}>${J(`boards`)}</a></p>
      <h1>${e}</h1>
    </div>
    <nav class="tabs" aria-label=${e}>${r(`board`)}${r(`policy`)}${K.can(`admin`)?r(`shown`):M}</nav>
    ${n}
  </div>`}customElements.define(`mq-board`,class extends Go{static properties={board:{attribute:!1},notice:{attribute:!1}};#e=null;#t=null;#n=null;#r=null;#i=null;#a=null;#o;#s;#c=new AbortController;constructor(){super(),this.board=``,this.notice=null}connectedCallback(){super.connectedCallback(),this.addEventListener(`marquee-entry`,this.#l),this.#o=setInterval(()=>{document.hidden||this.#u()},5e3)}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(`marquee-entry`,this.#l),clearInterval(this.#o),clearTimeout(this.#s),this.#s=void 0,this.#c.abort()}willUpdate(e){e.has(`board`)&&(this.#e=this.#t=this.#n=this.#r=this.#i=this.#a=null,this.#c.abort(),this.#c=new AbortController,this.#u(),this.#d())}#l=({detail:{entry:e}})=>{this.#i=e.version,this.#a=e.at,e.type===`policy`&&(this.#t=e.policy),this.#s??=setTimeout(()=>{this.#s=void 0,this.#u()},300)};async#u(){let{board:e}=this,{signal:t}=this.#c;try{let n=await q.notices(e,t);if(t.aborted)return;if(this.#e=n,this.#n=null,this.#a===null&&K.can(`subscribe`,e)){let{at:n,cursor:r}=await q.now(e).then(async t=>({cursor:t.cursor,at:await q.lastChange(e)}));if(t.aborted)return;this.#a=r===null?null:n}}catch(e){t.aborted||(this.#n=e)}this.requestUpdate()}async#d(){if(!K.can(`subscribe`,this.board))return;let{board:e}=this,t=await q.policy(e).catch(()=>null);e===this.board&&t&&(this.#t=t.body.policy,this.requestUpdate())}async#f(e){let{board:t}=this,n=rs(e,Y.now());this.#r=null;try{await q.retract(t,e.id),Ao(J(`retracted`,{text:ds(e.text)}),()=>{this.#p(t,e,n)})}catch(e){co(e).status!==404&&(this.#r=e)}this.#u()}async#p(e,t,n){try{await q.put(e,t.id,n),Ao(J(`restored`,{text:ds(t.text)}))}catch(e){this.#r=e}this.#u()}render(){let{board:e}=this,t=K.can(`publish`,e),n=K.can(`subscribe`,e),r=this.#i??Y.version(e);return j`<div class="page">
      ${fs(e,`board`,j`<span class="facts">
        <span>${J(`active`)} <strong>${this.#e?.length??`–`}</strong></span>
        ${r===null?M:j`<span>${J(`version`)} <strong>${r}</strong></span>`}
        ${this.#a===null?M:j`<span>${J(`lastChange`)} <strong>${qo(this.#a)}</strong></span>`}
      </span>`)}
      ${n?j`<figure class="wall large"><figcaption class="unseen">${J(`preview`)}</figcaption>
            <marquee-board board=${e} .token=${K.fresh} lang=${wo.language}></marquee-board></figure>`:M}
      ${this.#r?Jo(this.#r):M}
      <div class="split board ${t?``:`single`}">
        <section class="panel">
          ${this.#n?Jo(this.#n,()=>{this.#u()}):M}
          ${this.#e===null?this.#n?M:Yo(5):j`<mq-notices .board=${e} .notices=${this.#e} .policy=${this.#t} .may=${t}
                @mq-retract=${e=>{this.#f(e.detail)}}
                @mq-replace=${e=>this.#m?.edit(e.detail)}></mq-notices>`}
        </section>
        ${t?j`<mq-publish .board=${e} .policy=${this.#t} @mq-published=${()=>{this.#u()}}></mq-publish>`:M}
      </div>
      <mq-lifecycle .board=${e} .notice=${this.notice} .listed=${this.#e?.find(({id:e})=>e===this.notice)??null}
        @mq-close=${()=>{this.notice!==null&&ko({view:`board`,board:e})}}></mq-lifecycle>
    </div>`}get#m(){return this.querySelector(`mq-publish`)}}),customElements.define(`mq-boards`,class extends Go{#e=null;#t=null;#n=``;#r=``;#i=!1;#a=new Map;#o;#s=!1;connectedCallback(){super.connectedCallback(),this.#c(),this.#o=setInterval(()=>{document.hidden||this.#c()},3e3)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#o)}async#c(){if(!this.#s){this.#s=!0;try{this.#e=(await q.boards()).items,this.#t=null,this.requestUpdate(),await this.#l(this.#e)}catch(e){this.#t=e}finally{this.#s=!1,this.requestUpdate()}}}async#l(e){for(let t of this.#a.keys())e.some(({board:e})=>e===t)||this.#a.delete(t);let t=e.slice(0,200).filter(({board:e,version:t})=>K.can(`subscribe`,e)&&this.#a.get(e)?.version!==t);for(let{board:e,version:n}of t.slice(0,20)){let t=await q.lastChange(e).catch(()=>null);this.#a.set(e,{version:n,at:t})}}get#u(){let e=this.#e??[],t=e.filter(({board:e})=>K.can(`subscribe`,e)).map(({board:e})=>e);return wo.watched?wo.watched.filter(e=>t.includes(e)):[...e].sort((e,t)=>t.active-e.active).map(({board:e})=>e).filter(e=>t.includes(e)).slice(0,3)}#d(e,t){let n=this.#u.filter(t=>t!==e);wo.choose({watched:t?[...n,e].slice(-8):n})}render(){let e=this.#e;return j`<div class="page">
      <div class="head">
        <div><h1>${J(`boards`)}</h1><p class="quiet">${J(`boardsHint`)}</p></div>
        ${e&&e.length>0?Zo(J(`searchBoards`),this.#n,e=>{this.#n=e,this.requestUpdate()}):M}
      </div>
      ${this.#t?Jo(this.#t,()=>{this.#c()}):M}
      ${e===null?this.#t?M:Yo(6):e.length===0?this.#f():this.#p(e)}
    </div>`}#f(){return j`<section class="panel">${Xo(J(`noBoards`),J(`noBoardsHint`),Qo(`main`,`hello, every screen`))}</section>
      ${this.#g()}`}#p(e){let t=this.#n.trim().toLowerCase(),n=e.filter(({board:e})=>e.includes(t)).slice(0,200),r=this.#u;return j`<div class="split boards">
      <section class="panel">
        ${n.length===0?j`<p class="nothing">${J(`noMatch`,{q:this.#n})}</p>`:j`<div class="scroll" tabindex="0" role="region" aria-label=${J(`boards`)}><table>
              <thead><tr>
                <th class="tick"><span class="unseen">${J(`watch`)}</span></th><th>${J(`name`)}</th>
                <th class="number">${J(`active`)}</th><th class="number">${J(`version`)}</th><th class="number">${J(`lastChange`)}</th>
              </tr></thead>
              <tbody>${os(n,({board:e})=>e,e=>this.#m(e,r))}</tbody>
            </table></div>`}
        <p class="table-foot quiet">${J(`boardCount`,{n:e.length})}</p>
        ${this.#g()}
      </section>
      <section class="watching" aria-label=${J(`preview`)}>
        ${r.length===0?j`<p class="nothing panel">${J(`watchNone`)}</p>`:M}
        ${os(r,e=>e,e=>this.#h(e))}
        ${r.length>=8?j`<p class="quiet">${J(`watchMax`,{n:8})}</p>`:M}
      </section>
    </div>`}#m({board:e,active:t,version:n},r){let i=r.includes(e),a=this.#a.get(e)?.at??null;return j`<tr>
      <td class="tick"><input type="checkbox" aria-label=${J(`watchBoard`,{board:e})} .checked=${i}
        ?disabled=${!i&&r.length>=8||!K.can(`subscribe`,e)}
        @change=${t=>this.#d(e,t.target.checked)} /></td>
      <td class="name"><a href=${Oo({view:`board`,board:e})}>${e}</a></td>
      <td class="number ${t===0?`quiet`:``}">${t}</td>
      <td class="number quiet">${n}</td>
      <td class="number">${a===null?j`<span class="quiet">–</span>`:qo(a)}</td>
    </tr>`}#h(e){return j`<figure class="wall">
      <figcaption><a href=${Oo({view:`board`,board:e})}>${e}</a>
        <a class="textual quiet" href=${Oo({view:`policy`,board:e})}>${J(`policy`)}</a></figcaption>
      <marquee-board board=${e} .token=${K.fresh} lang=${wo.language}></marquee-board>
    </figure>`}#g(){return j`<form class="by-name" novalidate @submit=${e=>{e.preventDefault();let t=this.#r.trim();this.#i=!To.test(t),this.#i?this.requestUpdate():ko({view:`board`,board:t})}}>
      <wa-input size="s" label=${J(`newBoard`)} placeholder="lobby" autocapitalize="off" .value=${this.#r}
        hint=${this.#i?J(`badBoard`):``}
        ?data-fault=${this.#i} @input=${e=>{this.#r=e.target.value,this.#i=!1}}></wa-input>
      <wa-button size="s" type="submit" appearance="outlined">${J(`go`)}</wa-button>
    </form>`}}),customElements.define(`mq-login`,class extends Go{#e=`token`;#t=null;#n=null;#r=!1;firstUpdated(){K.loggedIn||q.boards().catch(()=>{})}#i(e){return this.querySelector(`wa-input[name=${e}]`)?.value.trim()??``}#a(){for(let e of this.querySelectorAll(`wa-input`))e.value=``}async#o(){if(!this.#r){if(this.#n=null,this.#t=null,this.#e===`token`){let e=(()=>{let e=this.#i(`token`).trim().replace(/^Bearer\s+/i,``);return/^[\w-]+\.[\w-]+\.[\w-]+$/.test(e)?e:void 0})();e===void 0?this.#t=J(`badToken`):(this.#a(),await this.#s(()=>q.takeToken(e)))}else{let[e,t]=[this.#i(`client`),this.#i(`secret`)];e&&t?await this.#s(()=>q.logIn(e,t)):this.#t=J(`needed`)}this.requestUpdate(),this.#t!==null&&this.updateComplete.then(()=>this.querySelector(`[data-fault]`)?.focus())}}async#s(e){this.#r=!0,this.requestUpdate();try{await e(),this.#a()}catch(e){this.#n=co(e)}finally{this.#r=!1}}render(){return j`<div class="page login">
      <section class="panel" aria-labelledby="login-title">
        <h1 id="login-title">${J(`loginTitle`)}</h1>
        ${K.open?j`<p>${J(`noLogin`)} <a class="textual" href=${Oo({view:`boards`})}>${J(`boards`)}</a></p>`:this.#c()}
      </section>
    </div>`}#c(){return j`<p class="quiet">${J(`loginHint`)}</p>
      ${K.why!==`ended`||this.#n?M:j`<p class="callout" role="alert">${J(`ended`)}</p>`}
      <fieldset class="segments"><legend class="unseen">${J(`loginTitle`)}</legend>
        ${[`token`,`client`].map(e=>j`<label><input type="radio" name="by" .checked=${e===this.#e} @change=${()=>{this.#e=e,this.#t=this.#n=null,this.requestUpdate()}} /><span>${J(e===`token`?`byToken`:`byClient`)}</span></label>`)}
      </fieldset>
      <form novalidate autocomplete="off" @submit=${e=>{e.preventDefault(),this.#o()}}>
        ${this.#e===`token`?j`<wa-input name="token" type="password" label=${J(`token`)} autocomplete="off" autocapitalize="off" spellcheck="false"
              hint=${this.#t??J(`tokenHint`)} ?data-fault=${this.#t!==null}></wa-input>`:j`<wa-input name="client" label=${J(`clientId`)} autocomplete="off" autocapitalize="off" spellcheck="false"
                ?data-fault=${this.#t!==null}></wa-input>
              <wa-input name="secret" type="password" label=${J(`clientSecret`)} autocomplete="off" hint=${this.#t??``}
                ?data-fault=${this.#t!==null}></wa-input>`}
        ${this.#n?Jo(this.#n,void 0,co(this.#n).status===401?`notTaken`:void 0):M}
        <div class="buttons"><wa-button type="submit" variant="brand" ?loading=${this.#r}>${J(`enter`)}</wa-button></div>
      </form>`}});var ps=[{pointer:`/speed`,label:`speed`,hint:`speedHint`,min:1,max:200},{pointer:`/gap`,label:`gap`,hint:`gapHint`,min:0,max:200},{pointer:`/ttl`,label:`policyTtl`,hint:`seconds`,min:1,max:2592e3},{pointer:`/max_active`,label:`maxActive`,hint:`maxActiveHint`,min:1,max:1e3},{pointer:`/fold_ms`,label:`foldMs`,hint:`ms`,min:0,max:864e5},{pointer:`/pin_min_ms`,label:`pinMin`,hint:`ms`,min:0,max:6e4},{pointer:`/pin_queue`,label:`pinQueue`,hint:`maxActiveHint`,min:0,max:16},{pointer:`/breath_ms`,label:`breath`,hint:`ms`,min:0,max:6e4}],ms={min:1,max:100},hs={min:0,max:36e5},gs=[`weight`,`play`,`hold_ms`,`color`],_s=[...ps.map(({pointer:e})=>e),...ti.flatMap(e=>gs.map(t=>`/levels/${e}/${t}`))];function vs(e,t){let n=e;for(let e of t.slice(1).split(`/`))n=n?.[e];return n}var ys=e=>Object.fromEntries(_s.map(t=>[t,(vs(e,t)??``)+``]));function bs(e){return e.endsWith(`/weight`)?ms:e.endsWith(`/hold_ms`)?hs:ps.find(({pointer:t})=>t===e)??null}function xs(e){let t=new Map;for(let n of _s){let r=(e[n]??``).trim(),i=bs(n);if(i){let e=/^\d{1,10}$/.test(r)?Number(r):NaN;e>=i.min&&e<=i.max||t.set(n,{min:i.min,max:i.max})}else n.endsWith(`/color`)&&!/^#[0-9a-f]{6}$/i.test(r)&&t.set(n,`color`)}return t}function Ss(e){let t={levels:Object.fromEntries(ti.map(e=>[e,{}]))};for(let n of _s){let r=n.slice(1).split(`/`),i=r.pop()??``,a=r.reduce((e,t)=>e[t],t),o=(e[n]??``).trim();a[i]=bs(n)?Number(o):o}return t}var Cs=(e,t)=>_s.filter(n=>(e[n]??``).trim()!==(t[n]??``).trim()),ws={y:4,height:24},Ts={y:32,height:20},Es=e=>e.target.value;function Ds(e,t,n,r,i,a,o){let s=r(e),c=`fault`+e.replaceAll(`/`,`-`);return j`<span class="cell"><input type="text" inputmode=${bs(e)?`numeric`:`text`} aria-label=${t}
      .value=${n[e]??``} ?disabled=${a}
      spellcheck="false" aria-invalid=${s===void 0?`false`:`true`} aria-describedby=${s===void 0?M:c}
      ?data-touched=${i.has(e)} @input=${t=>o(e,Es(t))} />
    ${s===void 0?M:j`<span class="fault" id=${c}>${s}</span>`}</span>`}var Os=(e,t)=>e===t?j`<span class="quiet">${t}</span>`:j`<strong>${t}</strong>`,ks=[1,5,15],As=null;customElements.define(`mq-policy`,class extends Go{static properties={board:{attribute:!1}};#e=null;#t={};#n={};#r=null;#i=new Map;#a=null;#o=null;#s=!1;#c=!1;#l=!1;#u=ks[1];#d=null;#f=null;#p=new Map;#m;#h=0;constructor(){super(),this.board=``}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#m),this.#h+=1,this.#g(this.board)}#g(e){this.#e!==null&&Cs(this.#t,this.#n).length>0?As={board:e,etag:this.#e?.etag??``,form:this.#n}:As?.board===e&&(As=null)}willUpdate(e){e.has(`board`)&&(e.get(`board`)&&this.#g(e.get(`board`)),this.#e=this.#r=this.#d=null,this.#a=this.#o=null,this.#v())}get#_(){return K.can(`admin`)}async#v(){let{board:e}=this;try{let t=await q.policy(e);if(e!==this.board||(this.#a=null,this.#b(t),As?.board!==e||As.etag!==t.etag))return;this.#n=As.form,As=null}catch(e){this.#a=e,this.requestUpdate()}}#y(e){let{board:t}=this,n=this.#n;this.#b(e),Ao(J(`discarded`),()=>{As={board:t,etag:e.etag,form:n},this.isConnected&&t===this.board?this.#v():ko({view:`policy`,board:t})})}#b(e){this.#e=e,this.#r=null,this.#t=this.#n=ys(e.body.policy),this.#i=new Map,this.#l=!1,this.requestUpdate(),this.#S(0)}#x(e,t){this.#n={...this.#n,[e]:t},this.#i.delete(e),this.requestUpdate(),this.#S()}#S(e=400){clearTimeout(this.#m),this.#_&&(this.#m=setTimeout(()=>{this.#C()},e))}async#C(){let e=this.#e;if(!e||xs(this.#n).size>0)return;this.#h+=1;let t=this.#h,n=6e4*this.#u,r=Cs(this.#t,this.#n).length>0;try{let i=Y.now(),[a,o,s]=await Promise.all([q.dryRun(this.board,e.body.policy,n),r?q.dryRun(this.board,Ss(this.#n),n):null,q.notices(this.board)]);if(t!==this.#h)return;this.#p=new Map(s.map(e=>[e.id,e])),this.#d={present:a,proposed:o,from:i,for:n},this.#f=null}catch(e){if(t!==this.#h)return;this.#f=e;for(let[t,n]of co(e).at(`/policy`))this.#i.set(t,n)}this.requestUpdate()}async#w(){let e=this.#e;if(!(!e||this.#s||xs(this.#n).size>0)){this.#s=!0,this.#o=null,this.requestUpdate();try{let t=await q.savePolicy(this.board,Ss(this.#n),e.etag);Ao(J(`policySaved`,{n:t.body.version})),this.#b(t)}catch(e){await this.#T(e)}finally{this.#s=!1,this.requestUpdate()}}}async#T(e){let t=co(e);if(t.status===412)try{this.#r=await q.policy(this.board),this.requestUpdate(),this.updateComplete.then(()=>this.querySelector(`.conflict`)?.focus());return}catch(t){e=t}this.#i=t.at(),this.#i.size===0&&(this.#o=e)}async#E(){let e=this.#e;if(this.#c=!1,e){try{let t=await q.resetPolicy(this.board,e.etag);Ao(J(`policyReset`)),this.#b(t)}catch(e){await this.#T(e)}this.requestUpdate()}}#D(){let e=this.#r;if(!e)return;let t=ys(e.body.policy),n=((e,t,n)=>{let r={...t};for(let t of Cs(e,n))r[t]=n[t]??``;return r})(this.#t,t,this.#n);this.#b(e),this.#n=n,this.#l=!0,this.requestUpdate()}render(){let e=this.#e;return j`<div class="page">
      ${fs(this.board,`policy`,e?j`<span class="facts"><span>${J(`version`)} <strong>${e.body.version}</strong></span>
              <span>${e.body.own?J(`own`):J(`defaults`)}</span></span>`:M)}
      ${this.#a?Jo(this.#a,()=>{this.#v()}):M}
      ${e?this.#O(e):this.#a?M:j`<section class="panel">${Yo(8)}</section>`}
    </div>`}#O(e){let t=xs(this.#n),n=Cs(this.#t,this.#n);return j`
      ${this.#r?this.#k(this.#r):M}
      ${this.#l?j`<div class="callout" role="status">${J(`merged`)}</div>`:M}
      ${this.#o?Jo(this.#o):M}
      ${this.#_?this.#A():j`<p class="callout">${J(`readOnly`)}</p>`}
      <form class="panel policy" novalidate autocomplete="off" @submit=${e=>{e.preventDefault(),this.#w()}}>
        ${((e,t,n,r,i)=>{let a=new Set(Cs(t,e));return j`<h2>${J(`ribbon`)}</h2>
    <div class="numbers">
      ${ps.map(({pointer:t,label:o,hint:s,min:c,max:l})=>{let u=n(t);return j`<wa-input size="s" inputmode="numeric" data-place=${t} label=${J(o)} .value=${e[t]??``} ?disabled=${r}
          ?data-fault=${u!==void 0} ?data-touched=${a.has(t)}
          hint=${u??`${J(s)} · ${c}–${l.toLocaleString(`en`)}`}
          @input=${e=>i(t,Es(e))}></wa-input>`})}
    </div>
    <h2>${J(`levels`)}</h2>
    <table class="cards level-table">
      <thead><tr><th>${J(`level`)}</th><th>${J(`weight`)}</th><th>${J(`play`)}</th><th>${J(`hold`)}</th><th>${J(`color`)}</th></tr></thead>
      <tbody>${ti.map(t=>{let o=e=>`/levels/${t}/${e}`;return j`<tr>
          <th scope="row">${t}</th>
          <td data-label=${J(`weight`)}>${Ds(o(`weight`),`${t}: ${J(`weight`)}`,e,n,a,r,i)}</td>
          <td data-label=${J(`play`)}>
            <select aria-label=${`${t}: ${J(`play`)}`} ?disabled=${r} ?data-touched=${a.has(o(`play`))}
              @change=${e=>i(o(`play`),Es(e))}>
              ${[`scroll`,`pin`].map(t=>j`<option value=${t} .selected=${e[o(`play`)]===t}>${J(t)}</option>`)}
            </select>
          </td>
          <td data-label=${J(`hold`)}>${Ds(o(`hold_ms`),`${t}: ${J(`hold`)}`,e,n,a,r,i)}</td>
          <td data-label=${J(`color`)}><span class="color">
            <input type="color" aria-label=${`${t}: ${J(`color`)}`} .value=${e[o(`color`)]??`#000000`} ?disabled=${r}
              @input=${e=>i(o(`color`),Es(e))} />
            ${Ds(o(`color`),`${t}: ${J(`color`)} #`,e,n,a,r,i)}
          </span></td>
        </tr>`})}</tbody>
    </table>`})(this.#n,this.#t,e=>{return this.#i.get(e)??((n=t.get(e))===void 0?void 0:n===`color`?J(`badColor`):J(`outOf`,n));var n},!this.#_,(e,t)=>this.#x(e,t))}
        ${this.#_?j`<div class="buttons">
              <wa-button type="submit" size="s" variant="brand" ?loading=${this.#s}
                ?disabled=${n.length===0||t.size>0||this.#r!==null}>
                ${J(`savePolicy`)}</wa-button>
              <wa-button size="s" appearance="plain" ?disabled=${n.length===0} @click=${()=>this.#y(e)}>${J(`discard`)}</wa-button>
              <span class="quiet" role="status">${n.length>0?J(`changes`,{n:n.length}):``}</span>
              <wa-button class="far" size="s" appearance="outlined" variant="danger" ?disabled=${!e.body.own} @click=${()=>{this.#c=!0,this.requestUpdate()}}>${J(`resetPolicy`)}</wa-button>
            </div>`:M}
      </form>
      ${this.#M()}`}#k(e){return j`<section class="panel conflict" role="alert" tabindex="-1" aria-label=${J(`conflict`)}>
      <h2>${J(`conflict`)}</h2>
      <p>${J(`conflictHint`,{n:e.body.version})}</p>
      ${((e,t,n)=>{let r=[...new Set([...Cs(e,t),...Cs(e,n)])];return j`<table class="cards"><thead><tr><th>${J(`field`)}</th><th>${J(`was`)}</th><th>${J(`theirs`)}</th><th>${J(`yours`)}</th></tr></thead>
    <tbody>${r.map(r=>j`<tr data-both=${t[r]!==e[r]&&n[r]!==e[r]&&t[r]!==n[r]?`yes`:M}>
        <td class="mono" data-label=${J(`field`)}>${r.slice(1).replaceAll(`/`,` · `)}</td>
        <td class="mono quiet" data-label=${J(`was`)}>${e[r]}</td>
        <td class="mono" data-label=${J(`theirs`)}>${Os(e[r],t[r])}</td>
        <td class="mono" data-label=${J(`yours`)}>${Os(e[r],n[r])}</td>
      </tr>`)}</tbody></table>`})(this.#t,ys(e.body.policy),this.#n)}
      <div class="buttons">
        <wa-button size="s" variant="brand" @click=${()=>this.#D()}>${J(`keepMine`)}</wa-button>
        <wa-button size="s" appearance="outlined" @click=${()=>this.#y(e)}>${J(`takeTheirs`)}</wa-button>
      </div>
    </section>`}#A(){let e=this.#d;return j`<section class="panel dry" aria-labelledby="dry-title">
      <div class="panel-head">
        <div><h2 id="dry-title">${J(`dryRun`)}</h2><p class="quiet">${J(`dryRunHint`)}</p></div>
        <fieldset class="segments"><legend class="unseen">${J(`window`)}</legend>
          ${ks.map(e=>j`<label><input type="radio" name="window" .checked=${e===this.#u} @change=${()=>{this.#u=e,this.#S(0),this.requestUpdate()}} /><span>${J(`minutes`,{n:e})}</span></label>`)}
        </fieldset>
      </div>
      ${this.#f?Jo(this.#f,()=>{this.#C()}):M}
      ${e?j`${this.#j(J(`presentPolicy`),e.present,this.#t)}
            ${e.proposed?this.#j(J(`proposedPolicy`),e.proposed,this.#n):j`<p class="quiet lane-note">${J(`proposedPolicy`)}: ${J(`unchanged`)}</p>`}`:this.#f?M:Yo(2)}
    </section>`}#j(e,t,n){let{from:r,for:i}=this.#d??{from:0,for:1},a=J(`slots`,{n:t.slots.length,p:t.pins.length}),o=t.slots.length+t.pins.length===0;return j`<figure class="lane" aria-label=${`${e}: ${a}`}>
      <figcaption><strong>${e}</strong> <span class="quiet">${o?J(`emptyPlay`):a}</span></figcaption>
      ${o?M:((e,t,n)=>{let r=Math.min(t.from+5e3,...[e.slots[0]?.from,e.pins[0]?.from].filter(e=>e!==void 0)),i=e=>Math.max(0,Math.min(1e3,(e-r)/t.for*1e3)),a=(e,{y:t,height:r})=>{let a=i(e.from),{text:o,color:s}=n(e.id),c=((e.until-e.from)/1e3).toFixed(1);return xe`<rect x=${a.toFixed(2)} y=${t} height=${r}
      width=${Math.max(.7,i(e.until)-a-.6).toFixed(2)} rx="1" fill=${s}>
      <title>${`${o} · ${c} s`}</title></rect>`},o=Array.from({length:6},(e,t)=>t/5);return j`<div class="plan"><svg viewBox=${`0 0 1000 64`} preserveAspectRatio="none" aria-hidden="true">
      ${o.map(e=>xe`<line x1=${1e3*e} x2=${1e3*e} y1="0" y2=${64} />`)}
      ${e.slots.map(e=>a(e,Ts))}
      ${e.pins.map(e=>a(e,ws))}
    </svg>
    <p class="marks" aria-hidden="true">${o.map(e=>j`<span>${(e=>{let t=Math.round(e/1e3);return`${Math.floor(t/60)}:${(t%60+``).padStart(2,`0`)}`})(e*t.for)}</span>`)}</p></div>`})({slots:t.slots.slice(0,2e3),pins:t.pins.slice(0,2e3)},{from:r,for:i},e=>({text:this.#p.get(e)?.text??e,color:n[`/levels/${this.#p.get(e)?.level??`INFO`}/color`]??``}))}
    </figure>`}#M(){let e=()=>{this.#c=!1,this.requestUpdate()};return j`<wa-dialog label=${J(`resetAsk`,{board:this.board})} ?open=${this.#c} @wa-hide=${e}>
      <p>${J(`resetAskHint`)}</p>
      <div class="buttons">
        <wa-button size="s" variant="danger" @click=${()=>{this.#E()}}>${J(`reset`)}</wa-button>
        <wa-button size="s" appearance="plain" @click=${e}>${J(`cancel`)}</wa-button>
      </div>
    </wa-dialog>`}});var js=[[`hour`,36e5],[`day`,864e5],[`week`,6048e5]],Ms={completed:`completed`,preempted:`preempted`,expired:`ranOut`,cut:`cut`,failed:`failed`},Ns=e=>j`<span class="mono">${e<0?`−`:`+`}${Math.abs(e)<1e4?Math.abs(e)+` ms`:(Math.abs(e)/1e3).toFixed(1)+` s`}</span>`;customElements.define(`mq-shown`,class extends Go{static properties={board:{attribute:!1}};#e=null;#t=!1;#n=new Map;#r=js[0];#i=``;#a=``;#o=null;#s=!1;#c=new AbortController;#l=!1;#u;constructor(){super(),this.board=``}connectedCallback(){super.connectedCallback(),this.#u=setInterval(()=>{document.hidden||this.#l||this.#r!==js[0]||this.#d()},1e4)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#u),this.#c.abort()}willUpdate(e){e.has(`board`)&&(this.#e=null,this.#d())}async#d(){if(!K.can(`admin`))return;this.#c.abort();let e=new AbortController;this.#c=e,this.#l=!0,this.requestUpdate();try{let[{items:t,more:n},r]=await Promise.all([q.shown(this.board,Y.now()-this.#r[1],5e3,e.signal),q.notices(this.board,e.signal)]);if(e.signal.aborted)return;this.#e=t,this.#t=n,this.#n=new Map(r.map(({id:e,text:t})=>[e,t])),this.#o=null}catch(t){e.signal.aborted||(this.#o=t)}finally{this.#c===e&&(this.#l=!1)}this.requestUpdate()}async#f(){this.#s=!0,this.requestUpdate();try{let e=URL.createObjectURL(await q.shownCsv(this.board,Y.now()-this.#r[1])),t=document.createElement(`a`);t.href=e,t.download=`${this.board}-shown-${new Date(Y.now()).toISOString().slice(0,19).replaceAll(`:`,``)}Z.csv`,t.click(),URL.revokeObjectURL(e),this.#o=null}catch(e){this.#o=e}this.#s=!1,this.requestUpdate()}render(){let{board:e}=this,t=K.can(`admin`);return j`<div class="page shown">
      ${fs(e,`shown`,M)}
      ${this.#o?Jo(this.#o,()=>{this.#d()}):M}
      <section class="panel" aria-label=${J(`asRun`)}>
        ${t?this.#p():M}
        ${t?this.#m():j`<p class="nothing">${J(`asRunAdmin`)}</p>`}
      </section>
    </div>`}#p(){let e=Object.entries(Ms);return j`<div class="panel-head">
      <h2>${J(`asRun`)} <span class="count">${this.#e?J(`records`,{n:`${this.#e.length}${this.#t?`+`:``}`}):``}</span></h2>
      <fieldset class="segments"><legend class="unseen">${J(`range`)}</legend>
        ${js.map(e=>j`<label><input type="radio" name="range" .checked=${e===this.#r} @change=${()=>{this.#r=e,this.#e=null,this.#d()}} /><span>${J(e[0])}</span></label>`)}
      </fieldset>
      <label class="choose"><span class="unseen">${J(`outcome`)}</span>
        <select @change=${e=>{this.#a=e.target.value,this.requestUpdate()}}>
          <option value="" ?selected=${this.#a===``}>${J(`anyOutcome`)}</option>
          ${e.map(([e,t])=>j`<option value=${e} ?selected=${this.#a===e}>${J(t)}</option>`)}
        </select></label>
      ${Zo(J(`searchTerminals`),this.#i,e=>{this.#i=e,this.requestUpdate()})}
      <div class="buttons">
        <wa-button size="s" appearance="plain" ?loading=${this.#l} @click=${()=>{this.#d()}}>${J(`readAgain`)}</wa-button>
        <wa-button size="s" appearance="outlined" ?loading=${this.#s} @click=${()=>{this.#f()}}>${J(`csv`)}</wa-button>
      </div>
    </div>`}#m(){let e=this.#e;if(e===null)return this.#o?M:Yo(6);if(e.length===0){let e=`<script type="module" src="${location.origin}/embed/v1.js"><\/script>\n<marquee-board src="${location.origin}" board="${this.board}" name="lobby-east"></marquee-board>`;return Xo(J(`noRecords`),J(`noRecordsHint`),e)}let t=this.#i.trim().toLowerCase(),n=e.filter(({terminal:e,outcome:n})=>e.toLowerCase().includes(t)&&(this.#a===``||n===this.#a));if(n.length===0)return j`<p class="nothing">${J(`noneSuch`)}</p>`;let r=n.slice(0,500),i=[n.length>500?J(`newest`,{n:500}):``,this.#t?J(`held`,{n:5e3.toLocaleString(`en`)}):``].filter(Boolean);return j`<div class="scroll"><table class="cards">
      <thead><tr><th>${J(`terminal`)}</th><th>${J(`notice`)}</th><th class="number">${J(`planned`)}</th><th class="number">${J(`cameIn`)}</th>
        <th class="number">${J(`wentOut`)}</th><th>${J(`outcome`)}</th><th class="number">${J(`lateBy`)}</th>
        <th class="number">${J(`clockOff`)}</th></tr></thead>
      <tbody>${os(r,({terminal:e,id:t,rev:n,in:r},i)=>`${e}\n${t}\n${n}\n${r}\n${i}`,e=>this.#h(e))}</tbody>
    </table></div>
    ${i.length>0?j`<p class="quiet table-foot">${i.join(` `)}</p>`:M}`}#h(e){let[t,n]=[Date.parse(e.in),Date.parse(e.out)],r=this.#n.get(e.id),i=e=>j`<time class="mono" datetime=${new Date(e).toISOString()} title=${Po(e)}>${Fo(e)}</time>`,a=e.planned===null?null:Date.parse(e.planned),o=j`<span class="quiet" title=${J(`notPlanned`)}>–</span>`;return j`<tr>
      <td class="name" data-label=${J(`terminal`)}><strong dir="auto">${e.terminal}</strong></td>
      <td class="words" data-label=${J(`notice`)}><span>${e.play===`pin`?j`<span class="tag">${J(`pin`)}</span> `:M}${r===void 0?j`<span class="mono">${e.id}</span>`:j`<a dir="auto" href=${Oo({view:`board`,board:this.board,notice:e.id})}>${r}</a>`}</span></td>
      <td class="number" data-label=${J(`planned`)}>${a===null?o:i(a)}</td>
      <td class="number" data-label=${J(`cameIn`)}><span>${i(t)} <span class="quiet">${qo(t)}</span></span></td>
      <td class="number" data-label=${J(`wentOut`)}><span>${i(n)} <span class="quiet">${Mo(n-t,wo.language)}</span></span></td>
      <td data-label=${J(`outcome`)}><span class="outcome" data-outcome=${e.outcome}>${J(Ms[e.outcome]??`none`)}</span></td>
      <td class="number" data-label=${J(`lateBy`)}>${a===null?o:Ns(t-a)}</td>
      <td class="number" data-label=${J(`clockOff`)}>${e.offset_ms===null?j`<span class="quiet">–</span>`:Ns(e.offset_ms)}</td>
    </tr>`}}),customElements.define(`mq-terminals`,class extends Go{#e=null;#t=!1;#n=null;#r=``;#i=new Map;#a=new Map;#o;#s=!1;connectedCallback(){super.connectedCallback(),this.#l(),this.#o=setInterval(()=>{document.hidden||this.#l()},2e3),document.addEventListener(`visibilitychange`,this.#c)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#o),document.removeEventListener(`visibilitychange`,this.#c)}#c=()=>{document.hidden||this.#l()};async#l(){if(!this.#s&&K.can(`admin`)){this.#s=!0;try{let{items:e,next:t}=await q.terminals();this.#e=e,this.#t=t!==null,this.#n=null,this.requestUpdate(),await this.#u([...new Set(e.map(({board:e})=>e))].slice(0,8))}catch(e){this.#n=e}finally{this.#s=!1,this.requestUpdate()}}}async#u(e){let t=await Promise.all(e.map(async e=>[e,await this.#d(e).catch(()=>null)]));this.#i=new Map(t)}async#d(e){let{pin:t,slot:n}=await q.now(e),r=t??n;if(!r)return null;let i=`${e}\n${r.id}\n${r.rev}`,a=this.#a.get(i);if(a===void 0){a=await q.notice(e,r.id).then(e=>e.text,()=>r.id),this.#a.set(i,a);for(let e of this.#a.keys())this.#a.size>200&&this.#a.delete(e)}return{id:r.id,text:a,pinned:t!==null}}render(){let e=this.#e,t=e?.filter(({lag:e})=>e.versions>0).length??0;return j`<div class="page">
      <div class="head">
        <div><h1>${J(`terminals`)}</h1>
          <p class="quiet">${J(`every`,{n:2})} · ${J(`paused`)}</p></div>
        ${e&&e.length>0?j`<span class="facts"><span><strong>${J(`terminalCount`,{n:`${e.length}${this.#t?`+`:``}`})}</strong></span>
              ${t>0?j`<span class="lagging"><strong>${J(`laggingCount`,{n:t})}</strong></span>`:M}</span>
            ${Zo(J(`searchTerminals`),this.#r,e=>{this.#r=e,this.requestUpdate()})}`:M}
      </div>
      ${this.#n?Jo(this.#n,()=>{this.#l()}):M}
      <section class="panel">${this.#f(e)}</section>
    </div>`}#f(e){if(!K.can(`admin`))return j`<p class="nothing">${J(`terminalsAdmin`)}</p>`;if(e===null)return this.#n?M:Yo(6);if(e.length===0)return Xo(J(`noTerminals`),J(`noTerminalsHint`),`curl -N '${location.origin}/v1/sse?board=main&terminal=feed&name=lobby'`);let t=this.#r.trim().toLowerCase(),n=e.filter(({name:e=``,board:n,kind:r,transport:i,session:a})=>[e,n,r,i,a].some(e=>e.toLowerCase().includes(t)));return n.length===0?j`<p class="nothing">${J(`noMatch`,{q:this.#r})}</p>`:j`<table class="cards">
      <thead><tr><th>${J(`name`)}</th><th>${J(`kind`)}</th><th>${J(`board`)}</th><th>${J(`transport`)}</th><th class="number">${J(`since`)}</th>
        <th class="number">${J(`cursor`)}</th><th class="number">${J(`lag`)}</th><th>${J(`shows`)}</th></tr></thead>
      <tbody>${os(n.slice(0,300),e=>`${e.session}.${e.board}`,e=>this.#p(e))}</tbody>
    </table>`}#p(e){let{lag:t,kind:n}=e,r=t.versions>0,i=this.#i.get(e.board),a=n!==`feed`;return j`<tr data-late=${r?`yes`:M}>
      <td class="name" data-label=${J(`name`)}>
        ${e.name===void 0?j`<span class="quiet">${J(`unnamed`)}</span>`:j`<strong dir="auto">${e.name}</strong>`}
        ${e.session===Y.session?j`<span class="tag own">${J(`thisConsole`)}</span>`:M}
        <span class="quiet mono small">${e.session}</span>
      </td>
      <td data-label=${J(`kind`)}>${n}</td>
      <td data-label=${J(`board`)}><a href=${Oo({view:`board`,board:e.board})}>${e.board}</a></td>
      <td class="quiet" data-label=${J(`transport`)}>${e.transport}</td>
      <td class="number" data-label=${J(`since`)}>${qo(Date.parse(e.since))}</td>
      <td class="number mono" data-label=${J(`cursor`)} title=${e.cursor}>${e.cursor.replace(/^.*\./,`…`)}</td>
      <td class="number" data-label=${J(`lag`)}>${r?j`<span class="late">${Ko(`warning`)} ${J(`behind`,{n:t.versions})} · ${t.ms.toLocaleString(`en`)} ms</span>`:j`<span class="quiet">${J(`inStep`)}</span>`}</td>
      <td class="shows" data-label=${J(`shows`)}>${!a||r?j`<span class="quiet">–</span>`:i?j`${i.pinned?j`<span class="tag">${J(`pin`)}</span> `:M}<span dir="auto">${i.text}</span>`:j`<span class="quiet">${J(`nothingOn`)}</span>`}</td>
    </tr>`}});var X,Ps,Fs=`u-off`,Is=typeof window<`u`,Ls=Is?document:null,Rs=Is?window:null,zs=Is?navigator:null;function Bs(e,t){if(t!=null){let n=e.classList;!n.contains(t)&&n.add(t)}}function Vs(e,t){let n=e.classList;n.contains(t)&&n.remove(t)}function Hs(e,t,n){e.style[t]=n+`px`}function Us(e,t,n,r){let i=Ls.createElement(e);return t!=null&&Bs(i,t),n?.insertBefore(i,r),i}function Ws(e,t){return Us(`div`,e,t)}var Gs=new WeakMap;function Ks(e,t,n,r,i){let a=`translate(`+t+`px,`+n+`px)`;a!=Gs.get(e)&&(e.style.transform=a,Gs.set(e,a),t<0||n<0||t>r||n>i?Bs(e,Fs):Vs(e,Fs))}var qs=new WeakMap;function Js(e,t,n){let r=t+n;r!=qs.get(e)&&(qs.set(e,r),e.style.background=t,e.style.borderColor=n)}var Ys=new WeakMap;function Xs(e,t,n,r){let i=t+``+n;i!=Ys.get(e)&&(Ys.set(e,i),e.style.height=n+`px`,e.style.width=t+`px`,e.style.marginLeft=r?-t/2+`px`:0,e.style.marginTop=r?-n/2+`px`:0)}var Zs={passive:!0},Qs={...Zs,capture:!0};function $s(e,t,n,r){t.addEventListener(e,n,r?Qs:Zs)}function ec(e,t,n){t.removeEventListener(e,n,Zs)}function tc(e,t,n,r){let i;n||=0;let a=(r||=t.length-1)<=2147483647;for(;r-n>1;)i=a?n+r>>1:yc((n+r)/2),t[i]<e?n=i:r=i;return e-t[n]<=t[r]-e?n:r}function nc(e){return(t,n,r)=>{let i=-1,a=-1;for(let a=n;a<=r;a++)if(e(t[a])){i=a;break}for(let i=r;i>=n;i--)if(e(t[i])){a=i;break}return[i,a]}}Is&&function e(){let t=devicePixelRatio;X!=t&&(X=t,Ps&&ec(`change`,Ps,e),$s(`change`,Ps=matchMedia(`(min-resolution: ${X-.001}dppx) and (max-resolution: ${X+.001}dppx)`),e),Rs.dispatchEvent(new CustomEvent(`dppxchange`)))}();var rc=e=>e!=null,ic=e=>e!=null&&e>0,ac=nc(rc),oc=nc(ic);function sc(e,t,n,r){let i=Tc(e),a=Tc(t);e==t&&(i==-1?(e*=n,t/=n):(e/=n,t*=n));let o=n==10?Ec:Dc,s=a==1?xc:yc,c=(i==1?yc:xc)(o(vc(e))),l=s(o(vc(t))),u=wc(n,c),d=wc(n,l);return n==10&&(c<0&&(u=Uc(u,-c)),l<0&&(d=Uc(d,-l))),r||n==2?(e=u*i,t=d*a):(e=Hc(e,u),t=Vc(t,d)),[e,t]}function cc(e,t,n,r){let i=sc(e,t,n,r);return e==0&&(i[0]=0),t==0&&(i[1]=0),i}var lc={mode:3,pad:.1},uc={pad:0,soft:null,mode:0},dc={min:uc,max:uc};function fc(e,t,n,r){return $c(n)?pc(e,t,n):(uc.pad=n,uc.soft=r?0:null,uc.mode=r?3:0,pc(e,t,dc))}function Z(e,t){return e??t}function pc(e,t,n){let r=n.min,i=n.max,a=Z(r.pad,0),o=Z(i.pad,0),s=Z(r.hard,-kc),c=Z(i.hard,kc),l=Z(r.soft,kc),u=Z(i.soft,-kc),d=Z(r.mode,0),f=Z(i.mode,0),p=t-e,m=Ec(p),h=Cc(vc(e),vc(t)),g=vc(Ec(h)-m);(p<1e-24||g>10)&&(p=0,e!=0&&t!=0||(p=1e-24,d==2&&l!=kc&&(a=0),f==2&&u!=-kc&&(o=0)));let _=p||h||1e3,v=wc(10,yc(Ec(_))),y=Uc(Hc(e-_*(p==0?e==0?.1:1:a),v/10),24),b=e>=l&&(d==1||d==3&&y<=l||d==2&&y>=l)?l:kc,x=Cc(s,y<b&&e>=b?b:Sc(b,y)),S=Uc(Vc(t+_*(p==0?t==0?.1:1:o),v/10),24),C=t<=u&&(f==1||f==3&&S>=u||f==2&&S<=u)?u:-kc,w=Sc(c,S>C&&t<=C?C:Cc(C,S));return x==w&&x==0&&(w=100),[x,w]}var mc=new Intl.NumberFormat(Is?zs.language:`en-US`),hc=e=>mc.format(e),gc=Math,_c=gc.PI,vc=gc.abs,yc=gc.floor,bc=gc.round,xc=gc.ceil,Sc=gc.min,Cc=gc.max,wc=gc.pow,Tc=gc.sign,Ec=gc.log10,Dc=gc.log2,Oc=(e,t=1)=>gc.asinh(e/t),kc=1/0;function Ac(e){return 1+(0|Ec((e^e>>31)-(e>>31)))}function jc(e,t,n){return Sc(Cc(e,t),n)}function Mc(e){return typeof e==`function`}function Q(e){return Mc(e)?e:()=>e}var Nc=e=>e,Pc=(e,t)=>t,Fc=()=>null,Ic=()=>!0,Lc=(e,t)=>e==t,Rc=/\.\d*?(?=9{6,}|0{6,})/gm,zc=e=>{if(Zc(e)||Wc.has(e))return e;let t=``+e,n=t.match(Rc);if(n==null)return e;let r=n[0].length-1;if(t.indexOf(`e-`)!=-1){let[e,n]=t.split(`e`);return+`${zc(e)}e${n}`}return Uc(e,r)};function Bc(e,t){return zc(Uc(zc(e/t))*t)}function Vc(e,t){return zc(xc(zc(e/t))*t)}function Hc(e,t){return zc(yc(zc(e/t))*t)}function Uc(e,t=0){if(Zc(e))return e;let n=10**t;return bc(e*n*(1+2**-52))/n}var Wc=new Map;function Gc(e){return((``+e).split(`.`)[1]||``).length}function Kc(e,t,n,r){let i=[],a=r.map(Gc);for(let o=t;o<n;o++){let t=vc(o),n=Uc(wc(e,o),t);for(let s=0;s<r.length;s++){let c=e==10?+`${r[s]}e${o}`:r[s]*n,l=(o>=0?0:t)+(o>=a[s]?0:a[s]),u=e==10?c:Uc(c,l);i.push(u),Wc.set(u,l)}}return i}var qc={},Jc=[],Yc=[null,null],Xc=Array.isArray,Zc=Number.isInteger;function Qc(e){return typeof e==`string`}function $c(e){let t=!1;if(e!=null){let n=e.constructor;t=n==null||n==Object}return t}function el(e){return typeof e==`object`&&!!e}var tl=Object.getPrototypeOf(Uint8Array);function nl(e,t=$c){let n;if(Xc(e)){let r=e.find(e=>e!=null);if(Xc(r)||t(r)){n=Array(e.length);for(let r=0;r<e.length;r++)n[r]=nl(e[r],t)}else n=e.slice()}else if(e instanceof tl)n=e.slice();else if(t(e)){n={};for(let r in e)r!=`__proto__`&&(n[r]=nl(e[r],t))}else n=e;return n}function rl(e){let t=arguments;for(let n=1;n<t.length;n++){let r=t[n];for(let t in r)t!=`__proto__`&&($c(e[t])?rl(e[t],nl(r[t])):e[t]=nl(r[t]))}return e}function il(e,t,n){for(let r,i=0,a=-1;i<t.length;i++){let o=t[i];if(o>a){for(r=o-1;r>=0&&e[r]==null;)e[r--]=null;for(r=o+1;r<n&&e[r]==null;)e[a=r++]=null}}}var al=typeof queueMicrotask>`u`?e=>Promise.resolve().then(e):queueMicrotask,ol=[`January`,`February`,`March`,`April`,`May`,`June`,`July`,`August`,`September`,`October`,`November`,`December`],sl=[`Sunday`,`Monday`,`Tuesday`,`Wednesday`,`Thursday`,`Friday`,`Saturday`];function cl(e){return e.slice(0,3)}var ll=sl.map(cl),ul={MMMM:ol,MMM:ol.map(cl),WWWW:sl,WWW:ll};function dl(e){return(e<10?`0`:``)+e}var fl={YYYY(e){return e.getFullYear()},YY(e){return(e.getFullYear()+``).slice(2)},MMMM(e,t){return t.MMMM[e.getMonth()]},MMM(e,t){return t.MMM[e.getMonth()]},MM(e){return dl(e.getMonth()+1)},M(e){return e.getMonth()+1},DD(e){return dl(e.getDate())},D(e){return e.getDate()},WWWW(e,t){return t.WWWW[e.getDay()]},WWW(e,t){return t.WWW[e.getDay()]},HH(e){return dl(e.getHours())},H(e){return e.getHours()},h(e){let t=e.getHours();return t==0?12:t>12?t-12:t},AA(e){return e.getHours()>=12?`PM`:`AM`},aa(e){return e.getHours()>=12?`pm`:`am`},a(e){return e.getHours()>=12?`p`:`a`},mm(e){return dl(e.getMinutes())},m(e){return e.getMinutes()},ss(e){return dl(e.getSeconds())},s(e){return e.getSeconds()},fff(e){return((t=e.getMilliseconds())<10?`00`:t<100?`0`:``)+t;var t}};function pl(e,t){t||=ul;let n,r=[],i=/\{([a-z]+)\}|[^{]+/gi;for(;n=i.exec(e);)r.push(n[0][0]==`{`?fl[n[1]]:n[0]);return e=>{let n=``;for(let i=0;i<r.length;i++)n+=typeof r[i]==`string`?r[i]:r[i](e,t);return n}}var ml=new Intl.DateTimeFormat().resolvedOptions().timeZone,hl=e=>e%1==0,gl=[1,2,2.5,5],_l=Kc(10,-32,0,gl),vl=Kc(10,0,32,gl),yl=vl.filter(hl),bl=_l.concat(vl),xl=`{M}/{D}`,Sl=`
`+xl,Cl=Sl+`/{YY}`,wl=`{h}:{mm}{aa}`,Tl=`
`+wl,$=null;function El(e){let t=1e3*e,n=60*t,r=60*n,i=24*r,a=30*i,o=365*i;return[(e==1?Kc(10,0,3,gl).filter(hl):Kc(10,-3,0,gl)).concat([t,5*t,10*t,15*t,30*t,n,5*n,10*n,15*n,30*n,r,2*r,3*r,4*r,6*r,8*r,12*r,i,2*i,3*i,4*i,5*i,6*i,7*i,8*i,9*i,10*i,15*i,a,2*a,3*a,4*a,6*a,o,2*o,5*o,10*o,25*o,50*o,100*o]),[[o,`{YYYY}`,$,$,$,$,$,$,1],[28*i,`{MMM}`,`
{YYYY}`,$,$,$,$,$,1],[i,xl,`
{YYYY}`,$,$,$,$,$,1],[r,`{h}{aa}`,Cl,$,Sl,$,$,$,1],[n,wl,Cl,$,Sl,$,$,$,1],[t,`:{ss}`,Cl+` `+wl,$,Sl+` `+wl,$,Tl,$,1],[e,`:{ss}.{fff}`,Cl+` `+wl,$,Sl+` `+wl,$,Tl,$,1]],t=>(s,c,l,u,d,f)=>{let p=[],m=d>=o,h=d>=a&&d<o,g=t(l),_=Uc(g*e,3),v=Fl(g.getFullYear(),m?0:g.getMonth(),h||m?1:g.getDate()),y=Uc(v*e,3);if(h||m){let n=h?d/a:0,r=m?d/o:0,i=_==y?_:Uc(Fl(v.getFullYear()+r,v.getMonth()+n,1)*e,3),s=new Date(bc(i/e)),c=s.getFullYear(),l=s.getMonth();for(let a=0;i<=u;a++){let o=Fl(c+r*a,l+n*a,1),s=o-t(Uc(o*e,3));i=Uc((+o+s)*e,3),i<=u&&p.push(i)}}else{let a=d>=i?i:d,o=y+(yc(l)-yc(_))+Vc(_-y,a);p.push(o);let m=t(o),h=m.getHours()+m.getMinutes()/n+m.getSeconds()/r,g=d/r,v=f/s.axes[c]._space;for(;o=Uc(o+d,e==1?0:3),!(o>u);)if(g>1){let e=yc(Uc(h+g,6))%24,n=t(o).getHours()-e;n>1&&(n=-1),o-=n*r,h=(h+g)%24,Uc((o-p[p.length-1])/d,3)*v>=.7&&p.push(o)}else p.push(o)}return p}]}var[Dl,Ol,kl]=El(1),[Al,jl,Ml]=El(.001);function Nl(e,t){return e.map(e=>e.map((n,r)=>r==0||r==8||n==null?n:t(r==1||e[8]==0?n:e[1]+n)))}function Pl(e,t){return(n,r,i,a,o)=>{let s,c,l,u,d,f,p=t.find(e=>o>=e[0])||t[t.length-1];return r.map(t=>{let n=e(t),r=n.getFullYear(),i=n.getMonth(),a=n.getDate(),o=n.getHours(),m=n.getMinutes(),h=n.getSeconds(),g=r!=s&&p[2]||i!=c&&p[3]||a!=l&&p[4]||o!=u&&p[5]||m!=d&&p[6]||h!=f&&p[7]||p[1];return s=r,c=i,l=a,u=o,d=m,f=h,g(n)})}}function Fl(e,t,n){return new Date(e,t,n)}function Il(e,t){return t(e)}function Ll(e,t){return(n,r,i,a)=>a==null?`--`:t(e(r))}Kc(2,-53,53,[1]);var Rl={show:!0,live:!0,isolate:!1,mount(){},markers:{show:!0,width:2,stroke(e,t){let n=e.series[t];return n.width?n.stroke(e,t):n.points.width?n.points.stroke(e,t):null},fill(e,t){return e.series[t].fill(e,t)},dash:`solid`},idx:null,idxs:null,values:[]},zl=[0,0];function Bl(e,t,n,r=!0){return e=>{e.button!=0||r&&e.target!=t||n(e)}}function Vl(e,t,n,r=!0){return e=>{r&&e.target!=t||n(e)}}var Hl={show:!0,x:!0,y:!0,lock:!1,move(e,t,n){return zl[0]=t,zl[1]=n,zl},points:{one:!1,show(e,t){let n=e.cursor.points,r=Ws(),i=n.size(e,t);Hs(r,`width`,i),Hs(r,`height`,i);let a=i/-2;Hs(r,`marginLeft`,a),Hs(r,`marginTop`,a);let o=n.width(e,t,i);return o&&Hs(r,`borderWidth`,o),r},size(e,t){return e.series[t].points.size},width:0,stroke(e,t){let n=e.series[t].points;return n._stroke||n._fill},fill(e,t){let n=e.series[t].points;return n._fill||n._stroke}},bind:{mousedown:Bl,mouseup:Bl,click:Bl,dblclick:Bl,mousemove:Vl,mouseleave:Vl,mouseenter:Vl},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click(e,t){t.stopPropagation(),t.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist(e,t,n,r,i){return r-i},prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},Ul={show:!0,stroke:`rgba(0,0,0,0.07)`,width:2},Wl=rl({},Ul,{filter:Pc}),Gl=rl({},Wl,{size:10}),Kl=rl({},Ul,{show:!1}),ql=`12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"`,Jl=`bold `+ql,Yl={show:!0,scale:`x`,stroke:`#000`,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Jl,side:2,grid:Wl,ticks:Gl,border:Kl,font:ql,lineGap:1.5,rotate:0},Xl={show:!0,scale:`x`,auto:!1,sorted:1,min:kc,max:-1/0,idxs:[]};function Zl(e,t){return t.map(e=>e==null?``:hc(e))}function Ql(e,t,n,r,i,a,o){let s=[],c=Wc.get(i)||0;for(let e=n=o?n:Uc(Vc(n,i),c);e<=r;e=Uc(e+i,c))s.push(Object.is(e,-0)?0:e);return s}function $l(e,t,n,r,i){let a=[],o=e.scales[e.axes[t].scale].log;i=wc(o,yc((o==10?Ec:Dc)(n))),o==10&&(i=bl[tc(i,bl)]);let s=n,c=i*o;o==10&&(c=bl[tc(c,bl)]);do a.push(s),s+=i,o!=10||Wc.has(s)||(s=Uc(s,Wc.get(i))),s>=c&&(c=(i=s)*o,o==10&&(c=bl[tc(c,bl)]));while(s<=r);return a}function eu(e,t,n,r,i){let a=e.scales[e.axes[t].scale].asinh,o=r>a?$l(e,t,Cc(a,n),r,i):[a],s=r>=0&&n<=0?[0]:[];return(n<-a?$l(e,t,Cc(a,-r),-n,i):[a]).reverse().map(e=>-e).concat(s,o)}var tu=/./,nu=/[12357]/,ru=/[125]/,iu=/1/,au=(e,t,n,r)=>e.map((e,i)=>t==4&&e==0||i%r==0&&n.test(e.toExponential()[+(e<0)])?e:null);function ou(e,t,n){let r=e.axes[n],i=r.scale,a=e.scales[i],o=e.valToPos,s=r._space,c=o(10,i),l=o(9,i)-c>=s?tu:o(7,i)-c>=s?nu:o(5,i)-c>=s?ru:iu;if(l==iu){let e=vc(o(1,i)-c);if(e<s)return au(t.slice().reverse(),a.distr,l,xc(s/e)).reverse()}return au(t,a.distr,l,1)}function su(e,t,n){let r=e.axes[n],i=r.scale,a=r._space,o=e.valToPos,s=vc(o(1,i)-o(2,i));return s<a?au(t.slice().reverse(),3,tu,xc(a/s)).reverse():t}function cu(e,t,n,r){return r==null?`--`:t==null?``:hc(t)}var lu={show:!0,scale:`y`,stroke:`#000`,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:Jl,side:3,grid:Wl,ticks:Gl,border:Kl,font:ql,lineGap:1.5,rotate:0},uu={scale:null,auto:!0,sorted:0,min:kc,max:-1/0},du=(e,t,n,r,i)=>i,fu={show:!0,auto:!0,sorted:0,gaps:du,alpha:1,facets:[rl({},uu,{scale:`x`}),rl({},uu,{scale:`y`})]},pu={scale:`y`,auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:du,alpha:1,points:{show(e,t){let{scale:n,idxs:r}=e.series[0],i=e._data[0],a=e.valToPos(i[r[0]],n,!0),o=vc(e.valToPos(i[r[1]],n,!0)-a)/(e.series[t].points.space*X);return r[1]-r[0]<=o},filter:null},values:null,min:kc,max:-1/0,idxs:[],path:null,clip:null};function mu(e,t,n){return n/10}var hu={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},gu=rl({},hu,{time:!1,ori:1}),_u={};function vu(e){let t=_u[e];return t||(t={key:e,plots:[],sub(e){t.plots.push(e)},unsub(e){t.plots=t.plots.filter(t=>t!=e)},pub(e,n,r,i,a,o,s){for(let c=0;c<t.plots.length;c++)t.plots[c]!=n&&t.plots[c].pub(e,n,r,i,a,o,s)}},e!=null&&(_u[e]=t)),t}function yu(e,t,n){let r=e.mode,i=e.series[t],a=r==2?e._data[t]:e._data,o=e.scales,s=e.bbox,c=a[0],l=r==2?a[1]:a[t],u=r==2?o[i.facets[0].scale]:o[e.series[0].scale],d=r==2?o[i.facets[1].scale]:o[i.scale],f=s.left,p=s.top,m=s.width,h=s.height,g=e.valToPosH,_=e.valToPosV;return u.ori==0?n(i,c,l,u,d,g,_,f,p,m,h,Du,ku,ju,Nu,Fu):n(i,c,l,u,d,_,g,p,f,h,m,Ou,Au,Mu,Pu,Iu)}function bu(e,t){let n=0,r=0,i=Z(e.bands,Jc);for(let e=0;e<i.length;e++){let a=i[e];a.series[0]==t?n=a.dir:a.series[1]==t&&(a.dir==1?r|=1:r|=2)}return[n,r==1?-1:r==2?1:r==3?2:0]}function xu(e,t,n,r,i){let a=e.mode,o=e.series[t],s=a==2?o.facets[1].scale:o.scale,c=e.scales[s];return i==-1?c.min:i==1?c.max:c.distr==3?c.dir==1?c.min:c.max:0}function Su(e,t,n,r,i,a){return yu(e,t,(e,t,o,s,c,l,u,d,f,p,m)=>{let h=e.pxRound,g=s.dir*(s.ori==0?1:-1),_=s.ori==0?ku:Au,v,y;g==1?(v=n,y=r):(v=r,y=n);let b=h(l(t[v],s,p,d)),x=h(u(o[v],c,m,f)),S=h(l(t[y],s,p,d)),C=h(u(a==1?c.max:c.min,c,m,f)),w=new Path2D(i);return _(w,S,C),_(w,b,C),_(w,b,x),w})}function Cu(e,t,n,r,i,a){let o=null;if(e.length>0){o=new Path2D;let s=t==0?ju:Mu,c=n;for(let t=0;t<e.length;t++){let n=e[t];if(n[1]>n[0]){let e=n[0]-c;e>0&&s(o,c,r,e,r+a),c=n[1]}}let l=n+i-c;l>0&&s(o,c,r-5,l,r+a+10)}return o}function wu(e,t,n,r,i,a,o){let s=[],c=e.length;for(let l=i==1?n:r;l>=n&&l<=r;l+=i)if(t[l]===null){let u=l,d=l;if(i==1)for(;++l<=r&&t[l]===null;)d=l;else for(;--l>=n&&t[l]===null;)d=l;let f=a(e[u]),p=d==u?f:a(e[d]),m=u-i;f=o<=0&&m>=0&&m<c?a(e[m]):f;let h=d+i;p=o>=0&&h>=0&&h<c?a(e[h]):p,p>=f&&s.push([f,p])}return s}function Tu(e){return e==0?Nc:e==1?bc:t=>Bc(t,e)}function Eu(e){let t=e==0?Du:Ou,n=e==0?(e,t,n,r,i,a)=>{e.arcTo(t,n,r,i,a)}:(e,t,n,r,i,a)=>{e.arcTo(n,t,i,r,a)},r=e==0?(e,t,n,r,i)=>{e.rect(t,n,r,i)}:(e,t,n,r,i)=>{e.rect(n,t,i,r)};return(e,i,a,o,s,c=0,l=0)=>{c==0&&l==0?r(e,i,a,o,s):(c=Sc(c,o/2,s/2),l=Sc(l,o/2,s/2),t(e,i+c,a),n(e,i+o,a,i+o,a+s,c),n(e,i+o,a+s,i,a+s,l),n(e,i,a+s,i,a,l),n(e,i,a,i+o,a,c),e.closePath())}}var Du=(e,t,n)=>{e.moveTo(t,n)},Ou=(e,t,n)=>{e.moveTo(n,t)},ku=(e,t,n)=>{e.lineTo(t,n)},Au=(e,t,n)=>{e.lineTo(n,t)},ju=Eu(0),Mu=Eu(1),Nu=(e,t,n,r,i,a)=>{e.arc(t,n,r,i,a)},Pu=(e,t,n,r,i,a)=>{e.arc(n,t,r,i,a)},Fu=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(t,n,r,i,a,o)},Iu=(e,t,n,r,i,a,o)=>{e.bezierCurveTo(n,t,i,r,o,a)};function Lu(){return(e,t,n,r,i)=>yu(e,t,(t,a,o,s,c,l,u,d,f,p,m)=>{let h,g,{pxRound:_,points:v}=t;s.ori==0?(h=Du,g=Nu):(h=Ou,g=Pu);let y=Uc(v.width*X,3),b=(v.size-v.width)/2*X,x=Uc(2*b,3),S=new Path2D,C=new Path2D,{left:w,top:ee,width:te,height:T}=e.bbox;ju(C,w-x,ee-x,te+2*x,T+2*x);let E=e=>{if(o[e]!=null){let t=_(l(a[e],s,p,d)),n=_(u(o[e],c,m,f));h(S,t+b,n),g(S,t,n,b,0,2*_c)}};if(i)i.forEach(E);else for(let e=n;e<=r;e++)E(e);return{stroke:y>0?S:null,fill:S,clip:C,flags:3}})}function Ru(e){return(t,n,r,i,a,o)=>{r!=i&&(a!=r&&o!=r&&e(t,n,r),a!=i&&o!=i&&e(t,n,i),e(t,n,o))}}var zu=Ru(ku),Bu=Ru(Au);function Vu(e){let t=Z(e?.alignGaps,0);return(e,n,r,i)=>yu(e,n,(a,o,s,c,l,u,d,f,p,m,h)=>{[r,i]=ac(s,r,i);let g,_,v=a.pxRound,y=e=>v(u(e,c,m,f)),b=e=>v(d(e,l,h,p));c.ori==0?(g=ku,_=zu):(g=Au,_=Bu);let x=c.dir*(c.ori==0?1:-1),S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},C=S.stroke,w=!1;if(i-r>=4*m){let t,n,a,l=t=>e.posToVal(t,c.key,!0),u=null,d=null,f=y(o[x==1?r:i]),p=y(o[r]),m=y(o[i]),h=l(x==1?p+1:m-1);for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let r=o[e],i=(x==1?r<h:r>h)?f:y(r),a=s[e];i==f?a==null?a===null&&(w=!0):(n=a,u==null?(g(C,i,b(n)),t=u=d=n):n<u?u=n:n>d&&(d=n)):(u!=null&&_(C,f,b(u),b(d),b(t),b(n)),a==null?(u=d=null,a===null&&(w=!0)):(n=a,g(C,i,b(n)),u=d=t=n),f=i,h=l(f+x))}u!=null&&u!=d&&a!=f&&_(C,f,b(u),b(d),b(t),b(n))}else for(let e=x==1?r:i;e>=r&&e<=i;e+=x){let t=s[e];t===null?w=!0:t!=null&&g(C,y(o[e]),b(t))}let[ee,te]=bu(e,n);if(a.fill!=null||ee!=0){let t=S.fill=new Path2D(C),s=b(a.fillTo(e,n,a.min,a.max,ee)),c=y(o[r]),l=y(o[i]);x==-1&&([l,c]=[c,l]),g(t,l,s),g(t,c,s)}if(!a.spanGaps){let l=[];w&&l.push(...wu(o,s,r,i,x,y,t)),S.gaps=l=a.gaps(e,n,r,i,l),S.clip=Cu(l,c.ori,f,p,m,h)}return te!=0&&(S.band=te==2?[Su(e,n,r,i,C,-1),Su(e,n,r,i,C,1)]:Su(e,n,r,i,C,te)),S})}function Hu(e,t,n,r,i,a,o=kc){if(e.length>1){let s=null;for(let c=0,l=1/0;c<e.length;c++)if(t[c]!==void 0){if(s!=null){let t=vc(e[c]-e[s]);t<l&&(l=t,o=vc(n(e[c],r,i,a)-n(e[s],r,i,a)))}s=c}}return o}function Uu(e,t,n,r,i){let a=e.length;if(a<2)return null;let o=new Path2D;if(n(o,e[0],t[0]),a==2)r(o,e[1],t[1]);else{let n=Array(a),r=Array(a-1),s=Array(a-1),c=Array(a-1);for(let n=0;n<a-1;n++)s[n]=t[n+1]-t[n],c[n]=e[n+1]-e[n],r[n]=s[n]/c[n];n[0]=r[0];for(let e=1;e<a-1;e++)r[e]===0||r[e-1]===0||r[e-1]>0!=r[e]>0?n[e]=0:(n[e]=3*(c[e-1]+c[e])/((2*c[e]+c[e-1])/r[e-1]+(c[e]+2*c[e-1])/r[e]),isFinite(n[e])||(n[e]=0));n[a-1]=r[a-2];for(let r=0;r<a-1;r++)i(o,e[r]+c[r]/3,t[r]+n[r]*c[r]/3,e[r+1]-c[r]/3,t[r+1]-n[r+1]*c[r]/3,e[r+1],t[r+1])}return o}var Wu=new Set;function Gu(){for(let e of Wu)e.syncRect(!0)}Is&&($s(`resize`,Rs,Gu),$s(`scroll`,Rs,Gu,!0),$s(`dppxchange`,Rs,()=>{od.pxRatio=X}));var Ku=Vu(),qu=Lu();function Ju(e,t,n,r){return(r?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1))).map((e,r)=>Yu(e,r,t,n))}function Yu(e,t,n,r){return rl({},t==0?n:r,e)}function Xu(e,t,n){return t==null?Yc:[t,n]}var Zu=Xu;function Qu(e,t,n){return t==null?Yc:fc(t,n,.1,!0)}function $u(e,t,n,r){return t==null?Yc:sc(t,n,e.scales[r].log,!1)}var ed=$u;function td(e,t,n,r){return t==null?Yc:cc(t,n,e.scales[r].log,!1)}var nd=td;function rd(e,t,n,r,i){let a=Cc(Ac(e),Ac(t)),o=t-e,s=tc(i/r*o,n);do{let e=n[s],t=r*e/o;if(t>=i&&a+(e<5?Wc.get(e):0)<=17)return[e,t]}while(++s<n.length);return[0,0]}function id(e){let t,n;return[e=e.replace(/(\d+)px/,(e,r)=>(t=bc((n=+r)*X))+`px`),t,n]}function ad(e){e.show&&[e.font,e.labelFont].forEach(e=>{let t=Uc(e[2]*X,1);e[0]=e[0].replace(/[0-9.]+px/,t+`px`),e[1]=t})}function od(e,t,n){let r={mode:Z(e.mode,1)},i=r.mode;function a(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?1-i:i)}function o(e,t,n,r){let i=t.valToPct(e);return r+n*(t.dir==-1?i:1-i)}function s(e,t,n,r){return t.ori==0?a(e,t,n,r):o(e,t,n,r)}r.valToPosH=a,r.valToPosV=o;let c=!1;r.status=0;let l=r.root=Ws(`uplot`);e.id!=null&&(l.id=e.id),Bs(l,e.class),e.title&&(Ws(`u-title`,l).textContent=e.title);let u=Us(`canvas`),d=r.ctx=u.getContext(`2d`),f=Ws(`u-wrap`,l);$s(`click`,f,e=>{e.target===m&&(z!=zt||Ut!=Bt)&&Qt.click(r,e)},!0);let p=r.under=Ws(`u-under`,f);f.appendChild(u);let m=r.over=Ws(`u-over`,f),h=+Z((e=nl(e)).pxAlign,1),g=Tu(h);(e.plugins||[]).forEach(t=>{t.opts&&(e=t.opts(r,e)||e)});let _=e.ms||.001,v=r.series=i==1?Ju(e.series||[],Xl,pu,!1):(y=e.series||[null],b=fu,y.map((e,t)=>t==0?{}:rl({},b,e)));var y,b;let x=r.axes=Ju(e.axes||[],Yl,lu,!0),S=r.scales={},C=r.bands=e.bands||[];C.forEach(e=>{e.fill=Q(e.fill||null),e.dir=Z(e.dir,-1)});let w=i==2?v[1].facets[0].scale:v[0].scale,ee={axes(){for(let e=0;e<x.length;e++){let t=x[e];if(!t.show||!t._show)continue;let n,i,a=t.side,o=a%2,c=t.stroke(r,e),l=a==0||a==3?-1:1,[u,f]=t._found;if(t.label!=null){let s=t.labelGap*l,p=bc((t._lpos+s)*X);St(t.labelFont[0],c,`center`,a==2?`top`:`bottom`),d.save(),o==1?(n=i=0,d.translate(p,bc(Fe+Le/2)),d.rotate((a==3?-_c:_c)/2)):(n=bc(Pe+Ie/2),i=p);let m=Mc(t.label)?t.label(r,e,u,f):t.label;d.fillText(m,n,i),d.restore()}if(f==0)continue;let p=S[t.scale],m=o==0?Ie:Le,h=o==0?Pe:Fe,_=t._splits,v=p.distr==2?_.map(e=>vt[e]):_,y=p.distr==2?vt[_[1]]-vt[_[0]]:u,b=t.ticks,C=t.border,w=b.show?b.size:0,ee=bc(w*X),te=bc((t.alignTo==2?t._size-w-t.gap:t.gap)*X),T=t._rotate*-_c/180,E=g(t._pos*X),D=E+(ee+te)*l;i=o==0?D:0,n=o==1?D:0,St(t.font[0],c,t.align==1?`left`:t.align==2?`right`:T>0?`left`:T<0?`right`:o==0?`center`:a==3?`right`:`left`,T||o==1?`middle`:a==2?`top`:`bottom`);let ne=t.font[1]*t.lineGap,re=_.map(e=>g(s(e,p,m,h))),ie=t._values;for(let e=0;e<ie.length;e++){let t=ie[e];if(t!=null){o==0?n=re[e]:i=re[e],t=``+t;let r=t.indexOf(`
`)==-1?[t]:t.split(/\n/gm);for(let e=0;e<r.length;e++){let t=r[e];T?(d.save(),d.translate(n,i+e*ne),d.rotate(T),d.fillText(t,0,0),d.restore()):d.fillText(t,n,i+e*ne)}}}b.show&&kt(re,b.filter(r,v,e,f,y),o,a,E,ee,Uc(b.width*X,3),b.stroke(r,e),b.dash,b.cap);let O=t.grid;O.show&&kt(re,O.filter(r,v,e,f,y),o,o==0?2:1,o==0?Fe:Pe,o==0?Le:Ie,Uc(O.width*X,3),O.stroke(r,e),O.dash,O.cap),C.show&&kt([E],[1],+(o==0),o==0?1:2,o==1?Fe:Pe,o==1?Le:Ie,Uc(C.width*X,3),C.stroke(r,e),C.dash,C.cap)}Nn(`drawAxes`)},series(){if(I>0){let e=v.some(e=>e._focus)&&_t!=qe.alpha;e&&(d.globalAlpha=_t=qe.alpha),v.forEach((e,n)=>{if(n>0&&e.show&&(R(n,!1),R(n,!0),e._paths==null)){let a=_t;_t!=e.alpha&&(d.globalAlpha=_t=e.alpha);let o=i==2?[0,t[n][0].length-1]:(e=>{let t=jc(at-1,0,I-1),n=jc(ot+1,0,I-1);for(;e[t]==null&&t>0;)t--;for(;e[n]==null&&n<I-1;)n++;return[t,n]})(t[n]);e._paths=e.paths(r,n,o[0],o[1]),_t!=a&&(d.globalAlpha=_t=a)}}),v.forEach((e,t)=>{if(t>0&&e.show){let n=_t;_t!=e.alpha&&(d.globalAlpha=_t=e.alpha),e._paths!=null&&Tt(t,!1);{let n=e._paths==null?null:e._paths.gaps,i=e.points.show(r,t,at,ot,n),a=e.points.filter(r,t,i,n);(i||a)&&(e.points._paths=e.points.paths(r,t,at,ot,a),Tt(t,!0))}_t!=n&&(d.globalAlpha=_t=n),Nn(`drawSeries`,t)}}),e&&(d.globalAlpha=_t=1)}}},te=(e.drawOrder||[`axes`,`series`]).map(e=>ee[e]);function T(e){let t=e.distr==3?t=>Ec(t>0?t:e.clamp(r,t,e.min,e.max,e.key)):e.distr==4?t=>Oc(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return n=>{let r=t(n),{_min:i,_max:a}=e;return(r-i)/(a-i)}}function E(t){let n=S[t];if(n==null){let r=(e.scales||qc)[t]||qc;if(r.from!=null){E(r.from);let e=rl({},S[r.from],r,{key:t});e.valToPct=T(e),S[t]=e}else{n=S[t]=rl({},t==w?hu:gu,r),n.key=t;let e=n.time,a=n.range,o=Xc(a);if((t!=w||i==2&&!e)&&(!o||a[0]!=null&&a[1]!=null||(a={min:a[0]==null?lc:{mode:1,hard:a[0],soft:a[0]},max:a[1]==null?lc:{mode:1,hard:a[1],soft:a[1]}},o=!1),!o&&$c(a))){let e=a;a=(t,n,r)=>n==null?Yc:fc(n,r,e)}n.range=Q(a||(e?Zu:t==w?n.distr==3?ed:n.distr==4?nd:Xu:n.distr==3?$u:n.distr==4?td:Qu)),n.auto=Q(!o&&n.auto),n.clamp=Q(n.clamp||mu),n._min=n._max=null,n.valToPct=T(n)}}}E(`x`),E(`y`),i==1&&v.forEach(e=>{E(e.scale)}),x.forEach(e=>{E(e.scale)});for(let t in e.scales)E(t);let D=S[w],ne=D.distr,re,ie;D.ori==0?(Bs(l,`u-hz`),re=a,ie=o):(Bs(l,`u-vt`),re=o,ie=a);let O={};for(let e in S){let t=S[e];t.min==null&&t.max==null||(O[e]={min:t.min,max:t.max},t.min=t.max=null)}let ae=e.tzDate||(e=>new Date(bc(e/_))),oe=e.fmtDate||pl,se=_==1?kl(ae):Ml(ae),ce=Pl(ae,Nl(_==1?Ol:jl,oe)),le=Ll(ae,Il(`{YYYY}-{MM}-{DD} {h}:{mm}{aa}`,oe)),ue=[],de=r.legend=rl({},Rl,e.legend),k=r.cursor=rl({},Hl,{drag:{y:i==2}},e.cursor),fe=de.show,A=k.show,pe=de.markers,me,he,ge;de.idxs=ue,pe.width=Q(pe.width),pe.dash=Q(pe.dash),pe.stroke=Q(pe.stroke),pe.fill=Q(pe.fill);let _e,ve=[],ye=[],be=!1,j={};if(de.live){let e=v[1]?v[1].values:null;be=e!=null,_e=be?e(r,1,0):{_:0};for(let e in _e)j[e]=`--`}if(fe){if(me=Us(`table`,`u-legend`,l),ge=Us(`tbody`,null,me),de.mount(r,me),be){he=Us(`thead`,null,me,ge);let e=Us(`tr`,null,he);for(var xe in Us(`th`,null,e),_e)Us(`th`,`u-label`,e).textContent=xe}else Bs(me,`u-inline`),de.live&&Bs(me,`u-live`)}let Se={show:!0},M={show:!1},Ce=new Map;function we(e,t,n,i=!0){let a=Ce.get(t)||{},o=k.bind[e](r,t,n,i);o&&($s(e,t,a[e]=o),Ce.set(t,a))}function Te(e,t){let n=Ce.get(t)||{};for(let r in n)e!=null&&r!=e||(ec(r,t,n[r]),delete n[r]);e??Ce.delete(t)}let Ee=0,De=0,N=0,P=0,Oe=0,ke=0,Ae=Oe,je=ke,Me=N,Ne=P,Pe=0,Fe=0,Ie=0,Le=0;r.bbox={};let Re=!1,ze=!1,Be=!1,Ve=!1,F=!1,He=!1;function Ue(e,t,n){(n||e!=r.width||t!=r.height)&&We(e,t),Mt(!1),Be=!0,ze=!0,Jt()}function We(e,t){r.width=Ee=N=e,r.height=De=P=t,Oe=ke=0,(()=>{let e=!1,t=!1,n=!1,r=!1;x.forEach(i=>{if(i.show&&i._show){let{side:a,_size:o}=i,s=a%2,c=o+(i.label==null?0:i.labelSize);c>0&&(s?(N-=c,a==3?(Oe+=c,r=!0):n=!0):(P-=c,a==0?(ke+=c,e=!0):t=!0))}}),tt[0]=e,tt[1]=n,tt[2]=t,tt[3]=r,N-=it[1]+it[3],Oe+=it[3],P-=it[2]+it[0],ke+=it[0]})(),(()=>{let e=Oe+N,t=ke+P,n=Oe,r=ke;function i(i,a){switch(i){case 1:return e+=a,e-a;case 2:return t+=a,t-a;case 3:return n-=a,n+a;case 0:return r-=a,r+a}}x.forEach(e=>{if(e.show&&e._show){let t=e.side;e._pos=i(t,e._size),e.label!=null&&(e._lpos=i(t,e.labelSize))}})})();let n=r.bbox;Pe=n.left=Bc(Oe*X,.5),Fe=n.top=Bc(ke*X,.5),Ie=n.width=Bc(N*X,.5),Le=n.height=Bc(P*X,.5)}if(r.setSize=({width:e,height:t})=>{Ue(e,t)},k.dataIdx==null){let e=k.hover,n=e.skip=new Set(e.skip??[]);n.add(void 0);let r=e.prox=Q(e.prox),i=e.bias??=0;k.dataIdx=(e,a,o,s)=>{if(a==0)return o;let c=o,l=r(e,a,o,s)??kc,u=l>=0&&l<kc,d=D.ori==0?N:P,f=k.left,p=t[0],m=t[a];if(n.has(m[o])){c=null;let e,t=null,r=null;if(i==0||i==-1)for(e=o;t==null&&e-->0;)n.has(m[e])||(t=e);if(i==0||i==1)for(e=o;r==null&&e++<m.length;)n.has(m[e])||(r=e);if(t!=null||r!=null){if(u){let e=f-(t==null?-1/0:re(p[t],D,d,0)),n=(r==null?1/0:re(p[r],D,d,0))-f;e<=n?e<=l&&(c=t):n<=l&&(c=r)}else c=r==null?t:t==null?r:o-t<=r-o?t:r}}else u&&vc(f-re(p[o],D,d,0))>l&&(c=null);return c}}let Ge=e=>{k.event=e};k.idxs=ue,k._lock=!1;let Ke=k.points;Ke.show=Q(Ke.show),Ke.size=Q(Ke.size),Ke.stroke=Q(Ke.stroke),Ke.width=Q(Ke.width),Ke.fill=Q(Ke.fill);let qe=r.focus=rl({},e.focus||{alpha:.3},k.focus),Je=qe.prox>=0,Ye=Je&&Ke.one,Xe=[],Ze=[],Qe=[];function $e(e,t){let n=Ke.show(r,t);if(n instanceof HTMLElement)return Bs(n,`u-cursor-pt`),Bs(n,e.class),Ks(n,-10,-10,N,P),m.insertBefore(n,Xe[t]),n}function et(e,t){if(i==1||t>0){let t=i==1&&S[e.scale].time,n=e.value;e.value=t?Qc(n)?Ll(ae,Il(n,oe)):n||le:n||cu,e.label=e.label||(t?`Time`:`Value`)}if(Ye||t>0){e.width=e.width==null?1:e.width,e.paths=e.paths||Ku||Fc,e.fillTo=Q(e.fillTo||xu),e.pxAlign=+Z(e.pxAlign,h),e.pxRound=Tu(e.pxAlign),e.stroke=Q(e.stroke||null),e.fill=Q(e.fill||null),e._stroke=e._fill=e._paths=e._focus=null;let t=Uc(1*(3+2*(Cc(1,e.width)||1)),3),n=e.points=rl({},{size:t,width:Cc(1,.2*t),stroke:e.stroke,space:2*t,paths:qu,_stroke:null,_fill:null},e.points);n.show=Q(n.show),n.filter=Q(n.filter),n.fill=Q(n.fill),n.stroke=Q(n.stroke),n.paths=Q(n.paths),n.pxAlign=e.pxAlign}if(fe){let n=((e,t)=>{if(t==0&&(be||!de.live||i==2))return Yc;let n=[],a=Us(`tr`,`u-series`,ge,ge.childNodes[t]);Bs(a,e.class),e.show||Bs(a,Fs);let o=Us(`th`,null,a);if(pe.show){let e=Ws(`u-marker`,o);if(t>0){let n=pe.width(r,t);n&&(e.style.border=n+`px `+pe.dash(r,t)+` `+pe.stroke(r,t)),e.style.background=pe.fill(r,t)}}let s=Ws(`u-label`,o);for(var c in e.label instanceof HTMLElement?s.appendChild(e.label):s.textContent=e.label,t>0&&(pe.show||(s.style.color=e.width>0?pe.stroke(r,t):pe.fill(r,t)),we(`click`,o,t=>{if(k._lock)return;Ge(t);let n=v.indexOf(e);if((t.ctrlKey||t.metaKey)!=de.isolate){let e=v.some((e,t)=>t>0&&t!=n&&e.show);v.forEach((t,r)=>{r>0&&rn(r,e?r==n?Se:M:Se,!0,Fn.setSeries)})}else rn(n,{show:!e.show},!0,Fn.setSeries)},!1),Je&&we(`mouseenter`,o,t=>{k._lock||(Ge(t),rn(v.indexOf(e),cn,!0,Fn.setSeries))},!1)),_e){let e=Us(`td`,`u-value`,a);e.textContent=`--`,n.push(e)}return[a,n]})(e,t);ve.splice(t,0,n[0]),ye.splice(t,0,n[1]),de.values.push(null)}if(A){ue.splice(t,0,null);let n=null;Ye?t==0&&(n=$e(e,t)):t>0&&(n=$e(e,t)),Xe.splice(t,0,n),Ze.splice(t,0,0),Qe.splice(t,0,0)}Nn(`addSeries`,t)}r.addSeries=(e,t)=>{t??=v.length,e=i==1?Yu(e,t,Xl,pu):Yu(e,t,{},fu),v.splice(t,0,e),et(v[t],t)},r.delSeries=e=>{if(v.splice(e,1),fe){de.values.splice(e,1),ye.splice(e,1);let t=ve.splice(e,1)[0];Te(null,t.firstChild),t.remove()}A&&(ue.splice(e,1),Xe.splice(e,1)[0].remove(),Ze.splice(e,1),Qe.splice(e,1)),Nn(`delSeries`,e)};let tt=[!1,!1,!1,!1];function nt(e,t,n){let[r,i,a,o]=n,s=t%2,c=0;return s==0&&(o||i)&&(c=t==0&&!r||t==2&&!a?bc(Yl.size/3):0),s==1&&(r||a)&&(c=t==1&&!i||t==3&&!o?bc(lu.size/2):0),c}let rt=r.padding=(e.padding||[nt,nt,nt,nt]).map(e=>Q(Z(e,nt))),it=r._padding=rt.map((e,t)=>e(r,t,tt,0)),I,at=null,ot=null,st=i==1?v[0].idxs:null,ct,lt,ut,dt,ft,pt,mt,ht,gt,_t,vt=null,yt=!1;function L(e,n){if(t=e??[],r.data=r._data=t,i==2){I=0;for(let e=1;e<v.length;e++)I+=t[e][0].length}else{t.length==0&&(r.data=r._data=t=[[]]),vt=t[0],I=vt.length;let e=t;if(ne==2){e=t.slice();let n=e[0]=Array(I);for(let e=0;e<I;e++)n[e]=e}r._data=t=e}if(Mt(!0),Nn(`setData`),ne==2&&(Be=!0),!1!==n){let e=D;e.auto(r,yt)?bt():V(w,e.min,e.max),Ve||=k.left>=0,He=!0,Jt()}}function bt(){let e,n;yt=!0,i==1&&(I>0?(at=st[0]=0,ot=st[1]=I-1,e=t[0][at],n=t[0][ot],ne==2?(e=at,n=ot):e==n&&(ne==3?[e,n]=sc(e,e,D.log,!1):ne==4?[e,n]=cc(e,e,D.log,!1):D.time?n=e+bc(86400/_):[e,n]=fc(e,n,.1,!0))):(at=st[0]=e=null,ot=st[1]=n=null)),V(w,e,n)}function xt(e,t,n,r,i,a){e??=`#0000`,n??=Jc,r??=`butt`,i??=`#0000`,a??=`round`,e!=ct&&(d.strokeStyle=ct=e),i!=lt&&(d.fillStyle=lt=i),t!=ut&&(d.lineWidth=ut=t),a!=ft&&(d.lineJoin=ft=a),r!=pt&&(d.lineCap=pt=r),n!=dt&&d.setLineDash(dt=n)}function St(e,t,n,r){t!=lt&&(d.fillStyle=lt=t),e!=mt&&(d.font=mt=e),n!=ht&&(d.textAlign=ht=n),r!=gt&&(d.textBaseline=gt=r)}function Ct(e,t,n,i,a=0){if(i.length>0&&e.auto(r,yt)&&(t==null||t.min==null)){let t=Z(at,0),r=Z(ot,i.length-1),o=n.min==null?((e,t,n,r=0,i=!1)=>{let a=i?oc:ac,o=i?ic:rc;[t,n]=a(e,t,n);let s=e[t],c=e[t];if(t>-1){if(r==1)s=e[t],c=e[n];else if(r==-1)s=e[n],c=e[t];else for(let r=t;r<=n;r++){let t=e[r];o(t)&&(t<s?s=t:t>c&&(c=t))}}return[s??kc,c??-kc]})(i,t,r,a,e.distr==3):[n.min,n.max];e.min=Sc(e.min,n.min=o[0]),e.max=Cc(e.max,n.max=o[1])}}r.setData=L;let wt={min:null,max:null};function R(e,t){let n=t?v[e].points:v[e];n._stroke=n.stroke(r,e),n._fill=n.fill(r,e)}function Tt(e,n){let i=n?v[e].points:v[e],{stroke:a,fill:o,clip:s,flags:c,_stroke:l=i._stroke,_fill:u=i._fill,_width:f=i.width}=i._paths;f=Uc(f*X,3);let p=null,m=f%2/2;n&&u==null&&(u=f>0?`#fff`:l);let h=i.pxAlign==1&&m>0;if(h&&d.translate(m,m),!n){let e=Pe-f/2,t=Fe-f/2,n=Ie+f,r=Le+f;p=new Path2D,p.rect(e,t,n,r)}n?Et(l,f,i.dash,i.cap,u,a,o,c,s):((e,n,i,a,o,s,c,l,u,d,f)=>{let p=!1;u!=0&&C.forEach((m,h)=>{if(m.series[0]==e){let e,g=v[m.series[1]],_=t[m.series[1]],y=(g._paths||qc).band;Xc(y)&&(y=m.dir==1?y[0]:y[1]);let b=null;g.show&&y&&((e,t,n)=>{for(t=Z(t,0),n=Z(n,e.length-1);t<=n;){if(e[t]!=null)return!0;t++}return!1})(_,at,ot)?(b=m.fill(r,h)||s,e=g._paths.clip):y=null,Et(n,i,a,o,b,c,l,u,d,f,e,y),p=!0}}),p||Et(n,i,a,o,s,c,l,u,d,f)})(e,l,f,i.dash,i.cap,u,a,o,c,p,s),h&&d.translate(-m,-m)}function Et(e,t,n,r,i,a,o,s,c,l,u,f){xt(e,t,n,r,i),(c||l||f)&&(d.save(),c&&d.clip(c),l&&d.clip(l)),f?(s&3)==3?(d.clip(f),u&&d.clip(u),Ot(i,o),Dt(e,a,t)):2&s?(Ot(i,o),d.clip(f),Dt(e,a,t)):1&s&&(d.save(),d.clip(f),u&&d.clip(u),Ot(i,o),d.restore(),Dt(e,a,t)):(Ot(i,o),Dt(e,a,t)),(c||l||f)&&d.restore()}function Dt(e,t,n){n>0&&(t instanceof Map?t.forEach((e,t)=>{d.strokeStyle=ct=t,d.stroke(e)}):t!=null&&e&&d.stroke(t))}function Ot(e,t){t instanceof Map?t.forEach((e,t)=>{d.fillStyle=lt=t,d.fill(e)}):t!=null&&e&&d.fill(t)}function kt(e,t,n,r,i,a,o,s,c,l){let u=o%2/2;h==1&&d.translate(u,u),xt(s,o,c,l,s),d.beginPath();let f,p,m,g,_=i+(r==0||r==3?-a:a);n==0?(p=i,g=_):(f=i,m=_);for(let r=0;r<e.length;r++)t[r]!=null&&(n==0?f=m=e[r]:p=g=e[r],d.moveTo(f,p),d.lineTo(m,g));d.stroke(),h==1&&d.translate(-u,-u)}function At(e){let t=!0;return x.forEach((n,i)=>{if(!n.show)return;let a=S[n.scale];if(a.min==null)return void(n._show&&(t=!1,n._show=!1,Mt(!1)));n._show||(t=!1,n._show=!0,Mt(!1));let o=n.side,s=o%2,{min:c,max:l}=a,[u,d]=((e,t,n,i)=>{let a,o=x[e];if(i<=0)a=[0,0];else{let s=o._space=o.space(r,e,t,n,i);a=rd(t,n,o._incrs=o.incrs(r,e,t,n,i,s),i,s)}return o._found=a})(i,c,l,s==0?N:P);if(d==0)return;let f=a.distr==2,p=n._splits=n.splits(r,i,c,l,u,d,f),m=a.distr==2?p.map(e=>vt[e]):p,h=a.distr==2?vt[p[1]]-vt[p[0]]:u,g=n._values=n.values(r,n.filter(r,m,i,d,h),i,d,h);n._rotate=o==2?n.rotate(r,g,i,d):0;let _=n._size;n._size=xc(n.size(r,g,i,e)),_!=null&&n._size!=_&&(t=!1)}),t}function jt(e){let t=!0;return rt.forEach((n,i)=>{let a=n(r,i,tt,e);a!=it[i]&&(t=!1),it[i]=a}),t}function Mt(e){v.forEach((t,n)=>{n>0&&(t._paths=null,e&&(i==1?(t.min=null,t.max=null):t.facets.forEach(e=>{e.min=null,e.max=null})))})}let Nt,Pt,Ft,It,Lt,Rt,zt,Bt,Vt,Ht,z,Ut,Wt=!1,Gt=!1,Kt=[];function qt(){Gt=!1;for(let e=0;e<Kt.length;e++)Nn(...Kt[e]);Kt.length=0}function Jt(){Wt||=(al(Yt),!0)}function Yt(){if(Re&&=((()=>{for(let e in S){let t=S[e];O[e]==null&&(t.min==null||O[w]!=null&&t.auto(r,yt))&&(O[e]=wt)}for(let e in S){let t=S[e];O[e]==null&&t.from!=null&&O[t.from]!=null&&(O[e]=wt)}O[w]!=null&&Mt(!0);let e={};for(let t in O){let n=O[t];if(n!=null){let a=e[t]=nl(S[t],el);if(n.min!=null)rl(a,n);else if(t!=w||i==2){if(I==0&&a.from==null){let e=a.range(r,null,null,t);a.min=e[0],a.max=e[1]}else a.min=kc,a.max=-1/0}}}if(I>0){v.forEach((n,a)=>{if(i==1){let i=n.scale,o=O[i];if(o==null)return;let s=e[i];if(a==0){let e=s.range(r,s.min,s.max,i);s.min=e[0],s.max=e[1],at=tc(s.min,t[0]),ot=tc(s.max,t[0]),ot-at>1&&(t[0][at]<s.min&&at++,t[0][ot]>s.max&&ot--),n.min=vt[at],n.max=vt[ot]}else n.show&&n.auto&&Ct(s,o,n,t[a],n.sorted);n.idxs[0]=at,n.idxs[1]=ot}else if(a>0&&n.show&&n.auto){let[r,i]=n.facets,o=r.scale,s=i.scale,[c,l]=t[a],u=e[o],d=e[s];u!=null&&Ct(u,O[o],r,c,r.sorted),d!=null&&Ct(d,O[s],i,l,i.sorted),n.min=i.min,n.max=i.max}});for(let t in e){let n=e[t],i=O[t];if(n.from==null&&(i==null||i.min==null)){let e=n.range(r,n.min==kc?null:n.min,n.max==-1/0?null:n.max,t);n.min=e[0],n.max=e[1]}}}for(let t in e){let n=e[t];if(n.from!=null){let i=e[n.from];if(i.min==null)n.min=n.max=null;else{let e=n.range(r,i.min,i.max,t);n.min=e[0],n.max=e[1]}}}let n={},a=!1;for(let t in e){let r=e[t],i=S[t];if(i.min!=r.min||i.max!=r.max){i.min=r.min,i.max=r.max;let e=i.distr;i._min=e==3?Ec(i.min):e==4?Oc(i.min,i.asinh):e==100?i.fwd(i.min):i.min,i._max=e==3?Ec(i.max):e==4?Oc(i.max,i.asinh):e==100?i.fwd(i.max):i.max,n[t]=a=!0}}if(a){v.forEach((e,t)=>{i==2?t>0&&n.y&&(e._paths=null):n[e.scale]&&(e._paths=null)});for(let e in n)Be=!0,Nn(`setScale`,e);A&&k.left>=0&&(Ve=He=!0)}for(let e in O)O[e]=null})(),!1),Be&&=((()=>{let e=!1,t=0;for(;!e;){t++;let n=At(t),i=jt(t);e=t==3||n&&i,e||(We(r.width,r.height),ze=!0)}})(),!1),ze){if(Hs(p,`left`,Oe),Hs(p,`top`,ke),Hs(p,`width`,N),Hs(p,`height`,P),Hs(m,`left`,Oe),Hs(m,`top`,ke),Hs(m,`width`,N),Hs(m,`height`,P),Hs(f,`width`,Ee),Hs(f,`height`,De),u.width=bc(Ee*X),u.height=bc(De*X),x.forEach(({_el:e,_show:t,_size:n,_pos:r,side:i})=>{if(e!=null){if(t){let t=i%2==1;Hs(e,t?`left`:`top`,r-(i===3||i===0?n:0)),Hs(e,t?`width`:`height`,n),Hs(e,t?`top`:`left`,t?ke:Oe),Hs(e,t?`height`:`width`,t?P:N),Vs(e,Fs)}else Bs(e,Fs)}}),ct=lt=ut=ft=pt=mt=ht=gt=dt=null,_t=1,vn(!0),Oe!=Ae||ke!=je||N!=Me||P!=Ne){Mt(!1);let e=N/Me,t=P/Ne;if(A&&!Ve&&k.left>=0){k.left*=e,k.top*=t,Ft&&Ks(Ft,bc(k.left),0,N,P),It&&Ks(It,0,bc(k.top),N,P);for(let n=0;n<Xe.length;n++){let r=Xe[n];r!=null&&(Ze[n]*=e,Qe[n]*=t,Ks(r,xc(Ze[n]),xc(Qe[n]),N,P))}}if(B.show&&!F&&B.left>=0&&B.width>0){B.left*=e,B.width*=e,B.top*=t,B.height*=t;for(let e in xn)Hs(tn,e,B[e])}Ae=Oe,je=ke,Me=N,Ne=P}Nn(`setSize`),ze=!1}Ee>0&&De>0&&(d.clearRect(0,0,u.width,u.height),Nn(`drawClear`),te.forEach(e=>e()),Nn(`draw`)),B.show&&F&&(nn(B),F=!1),A&&Ve&&(gn(null,!0,!1),Ve=!1),de.show&&de.live&&He&&(mn(),He=!1),c||(c=!0,r.status=1,Nn(`ready`)),yt=!1,Wt=!1}function Xt(e,n){let i=S[e];if(i.from==null){if(I==0){let t=i.range(r,n.min,n.max,e);n.min=t[0],n.max=t[1]}if(n.min>n.max){let e=n.min;n.min=n.max,n.max=e}if(I>1&&n.min!=null&&n.max!=null&&n.max-n.min<1e-16)return;e==w&&i.distr==2&&I>0&&(n.min=tc(n.min,t[0]),n.max=tc(n.max,t[0]),n.min==n.max&&n.max++),O[e]=n,Re=!0,Jt()}}r.batch=(e,t=!1)=>{Wt=!0,Gt=t,e(r),Yt(),t&&Kt.length>0&&queueMicrotask(qt)},r.redraw=(e,t)=>{Be=t||!1,!1===e?Jt():V(w,D.min,D.max)},r.setScale=Xt;let Zt=!1,Qt=k.drag,$t=Qt.x,en=Qt.y;A&&(k.x&&(Nt=Ws(`u-cursor-x`,m)),k.y&&(Pt=Ws(`u-cursor-y`,m)),D.ori==0?(Ft=Nt,It=Pt):(Ft=Pt,It=Nt),z=k.left,Ut=k.top);let B=r.select=rl({show:!0,over:!0,left:0,width:0,top:0,height:0},e.select),tn=B.show?Ws(`u-select`,B.over?m:p):null;function nn(e,t){if(B.show){for(let t in e)B[t]=e[t],t in xn&&Hs(tn,t,e[t]);!1!==t&&Nn(`setSelect`)}}function V(e,t,n){Xt(e,{min:t,max:n})}function rn(e,t,n,a){t.focus!=null&&(e=>{if(e!=sn){let t=e==null,n=qe.alpha!=1;v.forEach((r,a)=>{if(i==1||a>0){let i=t||a==0||a==e;r._focus=t?null:i,n&&((e,t)=>{v[e].alpha=t,A&&Xe[e]!=null&&(Xe[e].style.opacity=t),fe&&ve[e]&&(ve[e].style.opacity=t)})(a,i?1:qe.alpha)}}),sn=e,n&&Jt()}})(e),t.show!=null&&v.forEach((n,r)=>{r>0&&(e==r||e==null)&&(n.show=t.show,(e=>{if(v[e].show)fe&&Vs(ve[e],Fs);else if(fe&&Bs(ve[e],Fs),A){let t=Ye?Xe[0]:Xe[e];t!=null&&Ks(t,-10,-10,N,P)}})(r),i==2?(V(n.facets[0].scale,null,null),V(n.facets[1].scale,null,null)):V(n.scale,null,null),Jt())}),!1!==n&&Nn(`setSeries`,e,t),a&&Rn(`setSeries`,r,e,t)}let an,on,sn;r.setSelect=nn,r.setSeries=rn,r.addBand=(e,t)=>{e.fill=Q(e.fill||null),e.dir=Z(e.dir,-1),t??=C.length,C.splice(t,0,e)},r.setBand=(e,t)=>{rl(C[e],t)},r.delBand=e=>{e==null?C.length=0:C.splice(e,1)};let cn={focus:!0};function ln(e,t,n){let r=S[t];n&&(e=e/X-(r.ori==1?ke:Oe));let i=N;r.ori==1&&(i=P,e=i-e),r.dir==-1&&(e=i-e);let a=r._min,o=a+(r._max-a)*(e/i),s=r.distr;return s==3?wc(10,o):s==4?((e,t=1)=>gc.sinh(e)*t)(o,r.asinh):s==100?r.bwd(o):o}function un(e,t){Hs(tn,`left`,B.left=e),Hs(tn,`width`,B.width=t)}function dn(e,t){Hs(tn,`top`,B.top=e),Hs(tn,`height`,B.height=t)}fe&&Je&&we(`mouseleave`,me,e=>{k._lock||(Ge(e),sn!=null&&rn(null,cn,!0,Fn.setSeries))}),r.valToIdx=e=>tc(e,t[0]),r.posToIdx=(e,n)=>tc(ln(e,w,n),t[0],at,ot),r.posToVal=ln,r.valToPos=(e,t,n)=>S[t].ori==0?a(e,S[t],n?Ie:N,n?Pe:0):o(e,S[t],n?Le:P,n?Fe:0),r.setCursor=(e,t,n)=>{z=e.left,Ut=e.top,gn(null,t,n)};let fn=D.ori==0?un:dn,pn=D.ori==1?un:dn;function mn(e,t){if(e!=null&&(e.idxs?e.idxs.forEach((e,t)=>{ue[t]=e}):(e=>e===void 0)(e.idx)||ue.fill(e.idx),de.idx=ue[0]),fe&&de.live){for(let e=0;e<v.length;e++)(e>0||i==1&&!be)&&hn(e,ue[e]);(()=>{if(fe&&de.live)for(let e=+(i==2);e<v.length;e++){if(e==0&&be)continue;let t=de.values[e],n=0;for(let r in t)ye[e][n++].firstChild.nodeValue=t[r]}})()}He=!1,!1!==t&&Nn(`setLegend`)}function hn(e,n){let i,a=v[e],o=e==0&&ne==2?vt:t[e];be?i=a.values(r,e,n)??j:(i=a.value(r,n==null?null:o[n],e,n),i=i==null?j:{_:i}),de.values[e]=i}function gn(e,n,a){let o;Vt=z,Ht=Ut,[z,Ut]=k.move(r,z,Ut),k.left=z,k.top=Ut,A&&(Ft&&Ks(Ft,bc(z),0,N,P),It&&Ks(It,0,bc(Ut),N,P));let s=at>ot;an=kc,on=null;let c=D.ori==0?N:P,l=D.ori==1?N:P;if(z<0||I==0||s){o=k.idx=null;for(let e=0;e<v.length;e++){let t=Xe[e];t!=null&&Ks(t,-10,-10,N,P)}Je&&rn(null,cn,!0,e==null&&Fn.setSeries),de.live&&(ue.fill(o),He=!0)}else{let e,n,a;i==1&&(e=D.ori==0?z:Ut,n=ln(e,w),o=k.idx=tc(n,t[0],at,ot),a=re(t[0][o],D,c,0));let s=-10,u=-10,d=0,f=0,p=!0,m=``,h=``;for(let e=+(i==2);e<v.length;e++){let g=v[e],_=ue[e],y=_==null?null:i==1?t[e][_]:t[e][1][_],b=k.dataIdx(r,e,o,n),x=b==null?null:i==1?t[e][b]:t[e][1][b];if(He=He||x!=y||b!=_,ue[e]=b,e>0&&g.show){let n=b==null?-10:b==o?a:re(i==1?t[0][b]:t[e][0][b],D,c,0),_=x==null?-10:ie(x,i==1?S[g.scale]:S[g.facets[1].scale],l,0);if(Je&&x!=null){let t=D.ori==1?z:Ut,n=vc(qe.dist(r,e,b,_,t));if(n<an){let r=qe.bias;if(r!=0){let i=ln(t,g.scale),a=i>=0?1:-1;a==(x>=0?1:-1)&&(a==1?r==1?x>=i:x<=i:r==1?x<=i:x>=i)&&(an=n,on=e)}else an=n,on=e}}if(He||Ye){let t,i;D.ori==0?(t=n,i=_):(t=_,i=n);let a,o,c,l,g,v,y=!0,b=Ke.bbox;if(b!=null){y=!1;let t=b(r,e);c=t.left,l=t.top,a=t.width,o=t.height}else c=t,l=i,a=o=Ke.size(r,e);if(v=Ke.fill(r,e),g=Ke.stroke(r,e),Ye)e==on&&an<=qe.prox&&(s=c,u=l,d=a,f=o,p=y,m=v,h=g);else{let t=Xe[e];t!=null&&(Ze[e]=c,Qe[e]=l,Xs(t,a,o,y),Js(t,v,g),Ks(t,xc(c),xc(l),N,P))}}}}if(Ye){let e=qe.prox;if(He||(sn==null?an<=e:an>e||on!=sn)){let e=Xe[0];e!=null&&(Ze[0]=s,Qe[0]=u,Xs(e,d,f,p),Js(e,m,h),Ks(e,xc(s),xc(u),N,P))}}}if(B.show&&Zt){if(e!=null){let[t,n]=Fn.scales,[r,i]=Fn.match,[a,o]=e.cursor.sync.scales,s=e.cursor.drag;if($t=s._x,en=s._y,$t||en){let s,u,d,f,p,{left:m,top:h,width:g,height:_}=e.select,v=e.scales[a].ori,y=e.posToVal,b=t!=null&&r(t,a),x=n!=null&&i(n,o);b&&$t?(v==0?(s=m,u=g):(s=h,u=_),d=S[t],f=re(y(s,a),d,c,0),p=re(y(s+u,a),d,c,0),fn(Sc(f,p),vc(p-f))):fn(0,c),x&&en?(v==1?(s=m,u=g):(s=h,u=_),d=S[n],f=ie(y(s,o),d,l,0),p=ie(y(s+u,o),d,l,0),pn(Sc(f,p),vc(p-f))):pn(0,l)}else Sn()}else{let e=vc(Vt-Lt),t=vc(Ht-Rt);if(D.ori==1){let n=e;e=t,t=n}$t=Qt.x&&e>=Qt.dist,en=Qt.y&&t>=Qt.dist;let n,r,i=Qt.uni;i==null?Qt.x&&Qt.y&&($t||en)&&($t=en=!0):$t&&en&&($t=e>=i,en=t>=i,$t||en||(t>e?en=!0:$t=!0)),$t&&(D.ori==0?(n=zt,r=z):(n=Bt,r=Ut),fn(Sc(n,r),vc(r-n)),en||pn(0,l)),en&&(D.ori==1?(n=zt,r=z):(n=Bt,r=Ut),pn(Sc(n,r),vc(r-n)),$t||fn(0,c)),$t||en||(fn(0,0),pn(0,0))}}if(Qt._x=$t,Qt._y=en,e==null){if(a){if(In!=null){let[e,t]=Fn.scales;Fn.values[0]=e==null?null:ln(D.ori==0?z:Ut,e),Fn.values[1]=t==null?null:ln(D.ori==1?z:Ut,t)}Rn(`mousemove`,r,z,Ut,N,P,o)}if(Je){let e=a&&Fn.setSeries,t=qe.prox;sn==null?an<=t&&rn(on,cn,!0,e):an>t?rn(null,cn,!0,e):on!=sn&&rn(on,cn,!0,e)}}He&&(de.idx=o,mn()),!1!==n&&Nn(`setCursor`)}r.setLegend=mn;let _n=null;function vn(e=!1){e?_n=null:(_n=m.getBoundingClientRect(),Nn(`syncRect`,_n))}function yn(e,t,n,r,i,a){k._lock||Zt&&e!=null&&e.movementX==0&&e.movementY==0||(bn(e,t,n,r,i,a,0,!1,e!=null),e==null?gn(t,!0,!1):gn(null,!0,!0))}function bn(e,t,n,i,a,o,c,l,u){if(_n??vn(!1),Ge(e),e!=null)n=e.clientX-_n.left,i=e.clientY-_n.top;else{if(n<0||i<0)return z=-10,void(Ut=-10);let[e,r]=Fn.scales,c=t.cursor.sync,[l,u]=c.values,[d,f]=c.scales,[p,m]=Fn.match,h=t.axes[0].side%2==1,g=D.ori==0?N:P,_=D.ori==1?N:P,v=h?o:a,y=h?a:o,b=h?i:n,x=h?n:i;if(n=d==null?b/v*g:p(e,d)?s(l,S[e],g,0):-10,i=f==null?x/y*_:m(r,f)?s(u,S[r],_,0):-10,D.ori==1){let e=n;n=i,i=e}}!u||t!=null&&t.cursor.event.type!=`mousemove`||((n<=1||n>=N-1)&&(n=Bc(n,N)),(i<=1||i>=P-1)&&(i=Bc(i,P))),l?(Lt=n,Rt=i,[zt,Bt]=k.move(r,n,i)):(z=n,Ut=i)}Object.defineProperty(r,"rect",{get:()=>(_n??vn(!1),_n)});let xn={width:0,height:0,left:0,top:0};function Sn(){nn(xn,!1)}let Cn,wn,Tn,En;function Dn(e,t,n,i,a,o){Zt=!0,$t=en=Qt._x=Qt._y=!1,bn(e,t,n,i,a,o,0,!0,!1),e!=null&&(we(`mouseup`,Ls,On,!1),Rn(`mousedown`,r,zt,Bt,N,P,null));let{left:s,top:c,width:l,height:u}=B;Cn=s,wn=c,Tn=l,En=u}function On(e,t,n,i,a,o){Zt=Qt._x=Qt._y=!1,bn(e,t,n,i,a,o,0,!1,!0);let{left:s,top:c,width:l,height:u}=B,d=l>0||u>0,f=Cn!=s||wn!=c||Tn!=l||En!=u;if(d&&f&&nn(B),Qt.setScale&&d&&f){let e=s,t=l,n=c,r=u;if(D.ori==1&&(e=c,t=u,n=s,r=l),$t&&V(w,ln(e,w),ln(e+t,w)),en)for(let e in S){let t=S[e];e!=w&&t.from==null&&t.min!=kc&&V(e,ln(n+r,e),ln(n,e))}Sn()}else k.lock&&(k._lock=!k._lock,gn(t,!0,e!=null));e!=null&&(Te(`mouseup`,Ls),Rn(`mouseup`,r,z,Ut,N,P,null))}function kn(e){k._lock||(Ge(e),bt(),Sn(),e!=null&&Rn(`dblclick`,r,z,Ut,N,P,null))}function An(){x.forEach(ad),Ue(r.width,r.height,!0)}$s(`dppxchange`,Rs,An);let jn={};jn.mousedown=Dn,jn.mousemove=yn,jn.mouseup=On,jn.dblclick=kn,jn.setSeries=(e,t,n,i)=>{(n=(0,Fn.match[2])(r,t,n))!=-1&&rn(n,i,!0,!1)},A&&(we(`mousedown`,m,Dn),we(`mousemove`,m,yn),we(`mouseenter`,m,e=>{Ge(e),vn(!1)}),we(`mouseleave`,m,e=>{if(k._lock)return;Ge(e);let t=Zt;if(Zt){let e,t,n=!0,r=!0;D.ori==0?(e=$t,t=en):(e=en,t=$t),e&&t&&(n=z<=10||z>=N-10,r=Ut<=10||Ut>=P-10),e&&n&&(z=z<zt?0:N),t&&r&&(Ut=Ut<Bt?0:P),gn(null,!0,!0),Zt=!1}z=-10,Ut=-10,ue.fill(null),gn(null,!0,!0),t&&(Zt=t)}),we(`dblclick`,m,kn),Wu.add(r),r.syncRect=vn);let Mn=r.hooks=e.hooks||{};function Nn(e,t,n){Gt?Kt.push([e,t,n]):e in Mn&&Mn[e].forEach(e=>{e.call(null,r,t,n)})}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)Mn[t]=(Mn[t]||[]).concat(e.hooks[t])});let Pn=(e,t,n)=>n,Fn=rl({key:null,setSeries:!1,filters:{pub:Ic,sub:Ic},scales:[w,v[1]?v[1].scale:null],match:[Lc,Lc,Pn],values:[null,null]},k.sync);Fn.match.length==2&&Fn.match.push(Pn),k.sync=Fn;let In=Fn.key,Ln=vu(In);function Rn(e,t,n,r,i,a,o){Fn.filters.pub(e,t,n,r,i,a,o)&&Ln.pub(e,t,n,r,i,a,o)}function zn(){Nn(`init`,e,t),L(t||e.data,!1),O[w]?Xt(w,O[w]):bt(),F=B.show&&(B.width>0||B.height>0),Ve=He=!0,Ue(e.width,e.height)}return Ln.sub(r),r.pub=(e,t,n,r,i,a,o)=>{Fn.filters.sub(e,t,n,r,i,a,o)&&jn[e](null,t,n,r,i,a,o)},r.destroy=()=>{Ln.unsub(r),Wu.delete(r),Ce.clear(),ec(`dppxchange`,Rs,An),l.remove(),me?.remove(),Nn(`destroy`)},v.forEach(et),x.forEach((e,t)=>{if(e._show=e.show,e.show){let n=e.side%2,i=S[e.scale];i??=(e.scale=n?v[1].scale:w,S[e.scale]);let a=i.time;e.size=Q(e.size),e.space=Q(e.space),e.rotate=Q(e.rotate),Xc(e.incrs)&&e.incrs.forEach(e=>{!Wc.has(e)&&Wc.set(e,Gc(e))}),e.incrs=Q(e.incrs||(i.distr==2?yl:a?_==1?Dl:Al:bl)),e.splits=Q(e.splits||(a&&i.distr==1?se:i.distr==3?$l:i.distr==4?eu:Ql)),e.stroke=Q(e.stroke),e.grid.stroke=Q(e.grid.stroke),e.ticks.stroke=Q(e.ticks.stroke),e.border.stroke=Q(e.border.stroke);let o=e.values;e.values=Xc(o)&&!Xc(o[0])?Q(o):a?Xc(o)?Pl(ae,Nl(o,oe)):Qc(o)?((e,t)=>{let n=pl(t);return(t,r)=>r.map(t=>n(e(t)))})(ae,o):o||ce:o||Zl,e.filter=Q(e.filter||(i.distr>=3&&i.log==10?ou:i.distr==3&&i.log==2?su:Pc)),e.font=id(e.font),e.labelFont=id(e.labelFont),e._size=e.size(r,null,t,0),e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null,e._size>0&&(tt[t]=!0,e._el=Ws(`u-axis`,f))}}),n?n instanceof HTMLElement?(n.appendChild(l),zn()):n(r,zn):zn(),r}od.assign=rl,od.fmtNum=hc,od.rangeNum=fc,od.rangeLog=sc,od.rangeAsinh=cc,od.orient=yu,od.pxRatio=X,od.join=(e,t)=>{if((e=>{let t=e[0][0],n=t.length;for(let r=1;r<e.length;r++){let i=e[r][0];if(i.length!=n)return!1;if(i!=t){for(let e=0;e<n;e++)if(i[e]!=t[e])return!1}}return!0})(e)){let t=e[0].slice();for(let n=1;n<e.length;n++)t.push(...e[n].slice(1));return((e,t=100)=>{let n=e.length;if(n<=1)return!0;let r=0,i=n-1;for(;r<=i&&e[r]==null;)r++;for(;i>=r&&e[i]==null;)i--;if(i<=r)return!0;let a=Cc(1,yc((i-r+1)/t));for(let t=e[r],n=r+a;n<=i;n+=a){let r=e[n];if(r!=null){if(r<=t)return!1;t=r}}return!0})(t[0])||(t=(e=>{let t=e[0],n=t.length,r=Array(n);for(let e=0;e<r.length;e++)r[e]=e;r.sort((e,n)=>t[e]-t[n]);let i=[];for(let t=0;t<e.length;t++){let a=e[t],o=Array(n);for(let e=0;e<n;e++)o[e]=a[r[e]];i.push(o)}return i})(t)),t}let n=new Set;for(let t=0;t<e.length;t++){let r=e[t][0],i=r.length;for(let e=0;e<i;e++)n.add(r[e])}let r=[Array.from(n).sort((e,t)=>e-t)],i=r[0].length,a=new Map;for(let e=0;e<i;e++)a.set(r[0][e],e);for(let n=0;n<e.length;n++){let o=e[n],s=o[0];for(let e=1;e<o.length;e++){let c=o[e],l=Array(i).fill(void 0),u=t?t[n][e]:1,d=[];for(let e=0;e<c.length;e++){let t=c[e],n=a.get(s[e]);t===null?u!=0&&(l[n]=t,u==2&&d.push(n)):l[n]=t}il(l,d,i),r.push(l)}}return r},od.fmtDate=pl,od.tzDate=(e,t)=>{let n;return t==`UTC`||t==`Etc/UTC`?n=new Date(+e+6e4*e.getTimezoneOffset()):t==ml?n=e:(n=new Date(e.toLocaleString(`en-US`,{timeZone:t})),n.setMilliseconds(e.getMilliseconds())),n},od.sync=vu;{od.addGap=(e,t,n)=>{let r=e[e.length-1];r&&r[0]==t?r[1]=n:e.push([t,n])},od.clipGaps=Cu;let e=od.paths={points:Lu};e.linear=Vu,e.stepped=e=>{let t=Z(e.align,1),n=Z(e.ascDesc,!1),r=Z(e.alignGaps,0),i=Z(e.extend,!1);return(e,a,o,s)=>yu(e,a,(c,l,u,d,f,p,m,h,g,_,v)=>{[o,s]=ac(u,o,s);let y=c.pxRound,{left:b,width:x}=e.bbox,S=e=>y(p(e,d,_,h)),C=e=>y(m(e,f,v,g)),w=d.ori==0?ku:Au,ee={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},te=ee.stroke,T=d.dir*(d.ori==0?1:-1),E=C(u[T==1?o:s]),D=S(l[T==1?o:s]),ne=D,re=D;i&&t==-1&&(re=b,w(te,re,E)),w(te,D,E);for(let e=T==1?o:s;e>=o&&e<=s;e+=T){let n=u[e];if(n==null)continue;let r=S(l[e]),i=C(n);t==1?w(te,r,E):w(te,ne,i),w(te,r,i),E=i,ne=r}let ie=ne;i&&t==1&&(ie=b+x,w(te,ie,E));let[O,ae]=bu(e,a);if(c.fill!=null||O!=0){let t=ee.fill=new Path2D(te),n=C(c.fillTo(e,a,c.min,c.max,O));w(t,ie,n),w(t,re,n)}if(!c.spanGaps){let i=[];i.push(...wu(l,u,o,s,T,S,r));let f=c.width*X/2,p=n||t==1?f:-f,m=n||t==-1?-f:f;i.forEach(e=>{e[0]+=p,e[1]+=m}),ee.gaps=i=c.gaps(e,a,o,s,i),ee.clip=Cu(i,d.ori,h,g,_,v)}return ae!=0&&(ee.band=ae==2?[Su(e,a,o,s,te,-1),Su(e,a,o,s,te,1)]:Su(e,a,o,s,te,ae)),ee})},e.bars=e=>{let t=Z((e||=qc).size,[.6,kc,1]),n=e.align||0,r=e.gap||0,i=e.radius;i=i==null?[0,0]:typeof i==`number`?[i,0]:i;let a=Q(i),o=1-t[0],s=Z(t[1],kc),c=Z(t[2],1),l=Z(e.disp,qc),u=Z(e.each,()=>{}),{fill:d,stroke:f}=l;return(e,t,i,p)=>yu(e,t,(m,h,g,_,v,y,b,x,S,C,w)=>{let ee,te,T=m.pxRound,E=n,D=r*X,ne=s*X,re=c*X;_.ori==0?[ee,te]=a(e,t):[te,ee]=a(e,t);let ie=_.dir*(_.ori==0?1:-1),O,ae,oe,se=_.ori==0?ju:Mu,ce=_.ori==0?u:(e,t,n,r,i,a,o)=>{u(e,t,n,i,r,o,a)},le=Z(e.bands,Jc).find(e=>e.series[0]==t),ue=le==null?0:le.dir,de=m.fillTo(e,t,m.min,m.max,ue),k=T(b(de,v,w,S)),fe=C,A=T(m.width*X),pe=!1,me=null,he=null,ge=null,_e=null;d==null||A!=0&&f==null||(pe=!0,me=d.values(e,t,i,p),he=new Map,new Set(me).forEach(e=>{e!=null&&he.set(e,new Path2D)}),A>0&&(ge=f.values(e,t,i,p),_e=new Map,new Set(ge).forEach(e=>{e!=null&&_e.set(e,new Path2D)})));let{x0:ve,size:ye}=l;if(ve!=null&&ye!=null){E=1,h=ve.values(e,t,i,p),ve.unit==2&&(h=h.map(t=>e.posToVal(x+t*C,_.key,!0)));let n=ye.values(e,t,i,p);ae=ye.unit==2?n[0]*C:y(n[0],_,C,x)-y(0,_,C,x),fe=Hu(h,g,y,_,C,x,fe),oe=fe-ae+D}else fe=Hu(h,g,y,_,C,x,fe),oe=fe*o+D,ae=fe-oe;oe<1&&(oe=0),A>=ae/2&&(A=0),oe<5&&(T=Nc);let be=oe>0;ae=T(jc(fe-oe-(be?A:0),re,ne)),O=(E==0?ae/2:E==ie?0:ae)-E*ie*((E==0?D/2:0)+(be?A/2:0));let j={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},xe=pe?null:new Path2D,Se=null;if(le!=null)Se=e.data[le.series[1]];else{let{y0:n,y1:r}=l;n!=null&&r!=null&&(g=r.values(e,t,i,p),Se=n.values(e,t,i,p))}let M=ee*ae,Ce=te*ae;for(let n=ie==1?i:p;n>=i&&n<=p;n+=ie){let r=g[n];if(r==null)continue;if(Se!=null){let e=Se[n]??0;if(r-e==0)continue;k=b(e,v,w,S)}let i=y(_.distr!=2||l!=null?h[n]:n,_,C,x),a=b(Z(r,de),v,w,S),o=T(i-O),s=T(Cc(a,k)),c=T(Sc(a,k)),u=s-c;if(r!=null){let i=r<0?Ce:M,a=r<0?M:Ce;pe?(A>0&&ge[n]!=null&&se(_e.get(ge[n]),o,c+yc(A/2),ae,Cc(0,u-A),i,a),me[n]!=null&&se(he.get(me[n]),o,c+yc(A/2),ae,Cc(0,u-A),i,a)):se(xe,o,c+yc(A/2),ae,Cc(0,u-A),i,a),ce(e,t,n,o-A/2,c,ae+A,u)}}return A>0?j.stroke=pe?_e:xe:pe||(j._fill=m.width==0?m._fill:m._stroke??m._fill,j.width=0),j.fill=pe?he:xe,j})},e.spline=e=>((e,t)=>{let n=Z(t?.alignGaps,0);return(t,r,i,a)=>yu(t,r,(o,s,c,l,u,d,f,p,m,h,g)=>{[i,a]=ac(c,i,a);let _,v,y,b=o.pxRound,x=e=>b(d(e,l,h,p)),S=e=>b(f(e,u,g,m));l.ori==0?(_=Du,y=ku,v=Fu):(_=Ou,y=Au,v=Iu);let C=l.dir*(l.ori==0?1:-1),w=x(s[C==1?i:a]),ee=w,te=[],T=[];for(let e=C==1?i:a;e>=i&&e<=a;e+=C)if(c[e]!=null){let t=x(s[e]);te.push(ee=t),T.push(S(c[e]))}let E={stroke:e(te,T,_,y,v,b),fill:null,clip:null,band:null,gaps:null,flags:1},D=E.stroke,[ne,re]=bu(t,r);if(o.fill!=null||ne!=0){let e=E.fill=new Path2D(D),n=S(o.fillTo(t,r,o.min,o.max,ne));y(e,ee,n),y(e,w,n)}if(!o.spanGaps){let e=[];e.push(...wu(s,c,i,a,C,x,n)),E.gaps=e=o.gaps(t,r,i,a,e),E.clip=Cu(e,l.ori,p,m,h,g)}return re!=0&&(E.band=re==2?[Su(t,r,i,a,D,-1),Su(t,r,i,a,D,1)]:Su(t,r,i,a,D,re)),E})})(Uu,e)}customElements.define(`mq-chart`,class extends Le{static properties={lines:{attribute:!1},data:{attribute:!1},points:{type:Boolean},label:{}};#e=null;#t=``;#n=new ResizeObserver(()=>this.#i());#r=()=>{this.#t=``,this.requestUpdate()};constructor(){super(),this.lines=[],this.data=[],this.points=!1,this.label=``}createRenderRoot(){return this}connectedCallback(){super.connectedCallback(),wo.addEventListener(`change`,this.#r),this.#n.observe(this)}disconnectedCallback(){super.disconnectedCallback(),wo.removeEventListener(`change`,this.#r),this.#n.disconnect(),this.#e?.destroy(),this.#e=null,this.#t=``}render(){return j`<div class="plot" role="img" aria-label=${this.label}></div>`}updated(e){let t=JSON.stringify([this.lines,this.points]);if(t===this.#t&&this.#e)return void this.#e.setData(this.data);this.#t=t,this.#e?.destroy();let n=this.querySelector(`.plot`);n&&(this.#e=new od(this.#a(),this.data,n))}#i(){let e=Math.floor(this.clientWidth);this.#e&&e>=120&&e!==this.#e.width&&this.#e.setSize({width:e,height:190})}#a(){let e=getComputedStyle(this),t=t=>e.getPropertyValue(t).trim()||`gray`,n={stroke:t(`--quiet`),font:`11px `+e.fontFamily,grid:{stroke:t(`--line`),width:1},ticks:{show:!1}};return{width:Math.max(120,Math.floor(this.clientWidth)),height:190,legend:{show:!1},cursor:{y:!1,points:{size:5},drag:{x:!1,y:!1}},padding:[8,4,0,0],scales:{x:{time:!0},y:{range(e,t,n){return[0,Math.max(1,1.15*(n??0))]}}},axes:[{...n,size:28,space:70,values(e,t){return t.map(e=>new Date(1e3*e).toLocaleTimeString([],{hour12:!1,hour:`2-digit`,minute:`2-digit`}))}},{...n,size:40,space:30,values(e,t){return t.map(e=>e>=1e4?e/1e3+`k`:e+``)}}],series:[{},...this.lines.map(e=>({label:e.name,stroke:t(e.color),width:1.5,points:{show:this.points,size:4},spanGaps:this.points}))]}}});var sd=[`--urgent`,`--warning`,`--info`,`--low`],cd=[`put`,`delete`,`policy`],ld={put:`puts`,delete:`deletes`,policy:`policies`},ud=[`--hue-1`,`--hue-2`,`--hue-3`,`--hue-4`,`--hue-5`,`--hue-6`,`--hue-7`,`--hue-8`,`--quiet`];customElements.define(`mq-traffic`,class extends Go{#e=`level`;render(){let e=Y.now(),t=Y.byBoard.series,n=this.#e===`level`?[Y.byLevel,ti,ti.map((e,t)=>({name:e,color:sd[t]??`--quiet`}))]:[Y.byBoard,t,t.map((e,t)=>({name:e===`others`?J(`others`):e,color:ud[t]??`--quiet`}))];return j`<div class="page">
      <div class="head">
        <div><h1>${J(`traffic`)}</h1>
          <p class="quiet">${J(`lastMinutes`,{n:10})} · ${J(`following`,{n:Y.boards.length})}</p></div>
        <fieldset class="segments"><legend class="unseen">${J(`rates`)}</legend>
          ${[`level`,`board`].map(e=>j`<label><input type="radio" name="by" .checked=${e===this.#e} @change=${()=>{this.#e=e,this.requestUpdate()}} /><span>${J(e===`level`?`byLevel`:`byBoard`)}</span></label>`)}
        </fieldset>
      </div>
      ${Y.entries.size===0?j`<section class="panel">${Xo(J(`noTraffic`),J(`noTrafficHint`),Qo(`main`,`hello, every screen`))}</section>`:M}
      <div class="charts">
        ${this.#t(J(`rates`),e,...n)}
        ${this.#t(J(`entries`),e,Y.entries,cd,cd.map((e,t)=>({name:J(ld[e]),color:ud[t]??`--quiet`})))}
        ${this.#n(J(`seeing`),e,Y.seeing)}
        ${this.#n(J(`storing`),e,Y.storing)}
        ${this.#n(J(`delivering`),e,Y.delivering)}
        ${this.#n(J(`showing`),e,Y.showing)}
      </div>
      <p class="quiet">${J(K.can(`admin`)?`stagesTold`:`stagesAdmin`)}</p>
    </div>`}#t(e,t,n,r,i){return n.forget(t),j`<section class="panel chart" aria-label=${e}>
      <h2>${e}</h2>
      <ul class="legend">${i.map(({name:e,color:i},a)=>j`<li data-color=${i}><span class="dash"></span><span class="series">${e}</span>
          <strong>${J(`perSecond`,{n:n.rate(t,10,r[a]).toFixed(1)})}</strong></li>`)}</ul>
      <mq-chart .lines=${i} .data=${n.points(t,5,r)} label=${e}></mq-chart>
    </section>`}#n(e,t,n){n.forget(t);let r=n.values(t),i=[{name:J(`p50`),color:`--hue-1`},{name:J(`p99`),color:`--hue-2`}],a=e=>{let t=Bo(r,e);return t===null?`–`:(t<10?t.toFixed(1):Math.round(t))+` ms`},[o]=Y.entries.points(t,5,[]);return j`<section class="panel chart" aria-label=${`${J(`latencies`)}: ${e}`}>
      <h2>${e} <span class="count">${J(`latencies`)}</span></h2>
      <ul class="legend">
        <li data-color="--hue-1"><span class="dash"></span><span class="series">${J(`p50`)}</span><strong>${a(50)}</strong></li>
        <li data-color="--hue-2"><span class="dash"></span><span class="series">${J(`p99`)}</span><strong>${a(99)}</strong></li>
        <li class="quiet">${J(`samples`,{n:n.size})}</li>
      </ul>
      <mq-chart .lines=${i} .data=${[o,...n.points(t,5,[50,99])]} points label=${e}></mq-chart>
    </section>`}});var dd={search:`keySearch`,boards:`keyBoards`,terminals:`keyTerminals`,traffic:`keyTraffic`,new:`keyNew`,policy:`keyPolicy`,shown:`keyShown`,theme:`keyTheme`,language:`keyLanguage`,help:`keyHelp`},fd={auto:`themeAuto`,dark:`themeDark`,light:`themeLight`};customElements.define(`mq-console`,class extends Go{#e=Do(location.hash);#t={view:`boards`};#n=``;#r=new yo;#i=!1;#a;connectedCallback(){super.connectedCallback(),addEventListener(`hashchange`,this.#s),addEventListener(`keydown`,this.#l),K.addEventListener(`change`,this.#c),Y.addEventListener(`change`,this.#o),this.#a=setInterval(()=>{q.time().catch(()=>{})},3e5),q.time().catch(()=>{}),this.#c()}disconnectedCallback(){super.disconnectedCallback(),removeEventListener(`hashchange`,this.#s),removeEventListener(`keydown`,this.#l),K.removeEventListener(`change`,this.#c),Y.removeEventListener(`change`,this.#o),clearInterval(this.#a),Y.stop()}#o=()=>this.requestUpdate();#s=()=>{let e=this.#e;this.#e=Do(location.hash),this.requestUpdate(),this.#e.view===`login`&&e.view!==`login`&&(this.#t=e),e.view!==this.#e.view&&(this.updateComplete.then(()=>this.querySelector(`main`)?.focus({preventScroll:!0})),scrollTo(0,0))};#c=()=>{this.requestUpdate();let e=`${K.subject} ${K.scope}`;if(e!==this.#n&&Y.stop(),this.#n=e,K.loggedIn||K.open)return Y.start(),Y.look(),void(this.#e.view===`login`&&K.loggedIn&&ko(this.#t));K.can(`subscribe`)?Y.start():(Y.stop(),this.#e.view!==`login`&&ko({view:`login`}))};#l=e=>{if(!wo.keys||e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||e.isComposing||(e=>{let[t]=e.composedPath();return t instanceof HTMLElement&&(t.isContentEditable||[`INPUT`,`TEXTAREA`,`SELECT`].includes(t.tagName)||t.closest(`[role=listbox]`)!==null)})(e)||document.querySelector(`wa-dialog[open], wa-drawer[open]`)&&e.key!==`?`)return;let t=this.#r.press(e.key,e.timeStamp);t&&(e.preventDefault(),this.#u(t))};#u(e){let{board:t}=this.#e;switch(e){case`boards`:case`terminals`:case`traffic`:ko({view:e});break;case`search`:this.querySelector(`[data-search]`)?.focus();break;case`new`:t!==void 0&&this.querySelector(`[data-new]`)?.focus();break;case`policy`:case`shown`:t!==void 0&&ko({view:e,board:t});break;case`theme`:wo.nextTheme();break;case`language`:wo.nextLanguage();break;case`help`:this.#i=!this.#i,this.requestUpdate()}}render(){return document.title=`${this.#d()} · ${J(`title`)}`,j`
      <a class="skip" href="#content" @click=${e=>{e.preventDefault(),this.querySelector(`main`)?.focus()}}>${J(`skip`)}</a>
      <div class="frame">
        <header class="side">
          <a class="brand" href=${Oo({view:`boards`})}>
            <span class="lamp" aria-hidden="true"></span><span class="latin">Marquee</span><span class="quiet">${J(`brand`)}</span>
          </a>
          <nav aria-label=${J(`nav`)}>${this.#f()}</nav>
          ${this.#p()}
          ${this.#m()}
        </header>
        <main id="content" tabindex="-1">${this.#h()}</main>
      </div>
      <mq-toasts></mq-toasts>
      ${this.#g()}`}#d(){let e=this.#e;return e.view===`board`?e.board:e.view===`policy`?`${e.board} · ${J(`policy`)}`:e.view===`shown`?`${e.board} · ${J(`asRun`)}`:J(e.view)}#f(){let e=e=>{let t=this.#e.view===e||e===`boards`&&`board`in this.#e;return j`<a href=${Oo({view:e})} aria-current=${t?`page`:M}>${Ko(e)}<span>${J(e)}</span></a>`};return j`${e(`boards`)}${e(`terminals`)}${e(`traffic`)}`}#p(){if(Y.boards.length===0)return M;let{board:e}=this.#e;return j`<nav class="at-hand" aria-label=${J(`boards`)}>
      ${Y.boards.map(t=>j`<a href=${Oo({view:`board`,board:t})} aria-current=${t===e?`true`:M}>${t}</a>`)}
    </nav>`}#m(){let{connected:e}=Y;return j`<div class="foot">
      <div class="identity">${K.loggedIn?j`<p class="who" title=${J(`scope`,{scope:K.scope})}>
            ${Ko(`user`)}<span>${K.subject||J(`login`)}</span>
          </p>
          <button type="button" class="link" @click=${()=>{K.logOut()}}>${J(`logout`)}</button>`:K.open?j`<p class="who quiet">${Ko(`user`)}<span>${J(`openServer`)}</span></p>`:M}</div>
      <div class="switches">
        <span class="state" data-connected=${e} title=${J(`live`)}><span class="unseen">${e}</span></span>
        <button type="button" @click=${()=>wo.nextTheme()} title=${`${J(`theme`)}: ${J(fd[wo.theme])}`}
          aria-label=${`${J(`theme`)}: ${J(fd[wo.theme])}`}>${Ko(`theme`)}
          <span aria-hidden="true">${J(fd[wo.theme])}</span></button>
        <button type="button" data-language @click=${()=>wo.nextLanguage()} lang=${wo.language===`en`?`zh-CN`:`en`}>
          ${Ko(`language`)}<span>${wo.language===`en`?`中文`:`English`}</span></button>
        <button type="button" class="keys" @click=${()=>this.#u(`help`)} title="?" aria-label=${J(`help`)}>${Ko(`help`)}</button>
      </div>
    </div>`}#h(){let e=this.#e;switch(e.view){case`board`:return j`<mq-board .board=${e.board} .notice=${e.notice??null}></mq-board>`;case`policy`:return j`<mq-policy .board=${e.board}></mq-policy>`;case`shown`:return j`<mq-shown .board=${e.board}></mq-shown>`;case`terminals`:return j`<mq-terminals></mq-terminals>`;case`traffic`:return j`<mq-traffic></mq-traffic>`;case`login`:return j`<mq-login></mq-login>`;default:return j`<mq-boards></mq-boards>`}}#g(){let e=()=>{this.#i=!1,this.requestUpdate()};return j`<wa-dialog label=${J(`keysTitle`)} light-dismiss ?open=${this.#i} @wa-hide=${t=>{t.target.localName===`wa-dialog`&&e()}}>
      <dl class="keys-list">
        ${vo.map(([e,t])=>j`<div><dt>${t.map(e=>j`<kbd>${e}</kbd> `)}</dt><dd>${J(dd[e])}</dd></div>`)}
        <div><dt><kbd>Esc</kbd></dt><dd>${J(`keyEscape`)}</dd></div>
      </dl>
      <label class="check"><input type="checkbox" .checked=${wo.keys} @change=${e=>wo.choose({keys:e.target.checked})} />${J(`keysOn`)}</label>
      <p><a class="textual" href="/docs">${J(`reference`)}</a></p>
    </wa-dialog>`}}),(()=>{let e=e=>`data:image/svg+xml,`+encodeURIComponent((e=>`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"><path d="${ro[e]??ro.details??``}"/></svg>`)(e));for(let t of[`default`,`system`])Lt(t,{resolver:e})})();